import { expect, it } from "vitest";
import { chartsLeadingTo } from "./charts-leading-to.ts";
import type { Chart } from "./read-charts.ts";

const chart = (id: string, data: unknown, rows: unknown) =>
  ({ id, view: { data, table: { columns: [], rows } } }) as unknown as Chart;

it("a chart leads to a page by a mark or by a row of its table", () => {
  const charts = [
    chart("mark", { rows: [{ href: "/events/talks/", label: "Talks" }] }, []),
    chart("row", {}, [[{ text: "Talks", href: "/events/talks/" }, null, 3]]),
    chart("other", { rows: [{ href: "/events/talks-2/", label: "/events/talks/" }] }, []),
  ];
  expect(chartsLeadingTo(charts, "/events/talks/").map(({ id }) => id)).toEqual(["mark", "row"]);
});
