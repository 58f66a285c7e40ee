import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LAYOUTS } from "../charts/drawing.ts";
import { ContentError, formatProblem } from "../ledger/problem.ts";
import { absolute } from "../site.ts";
import { embeddableChart } from "./embeddable.ts";
import type { Chart } from "./read-charts.ts";
import { readRetired } from "./retired-file.ts";
import { retiredEmbed } from "./retired.tsx";
import type { View } from "./view.ts";

const view: View<"answers"> = {
  kind: "answers",
  data: { states: [], rows: [] },
  table: { columns: [{ id: "a", label: "A" }], rows: [[1]] },
  description: "What it shows.",
  values: {},
  sources: ["a-source"],
};
const chart: Chart = {
  ...{
    id: "newer",
    topic: "france",
    order: 1,
    full: false,
    title: "What is newer",
    subtitle: "By day",
    notes: [],
    view,
  },
  kind: {
    refuse: () => [],
    key: () => [],
    draw: ({ width }) => ({ width, height: 50, hits: [], body: null as never }),
  },
};

function read(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "retired-")), "retired.yaml");
  writeFileSync(path, text);
  try {
    return readRetired(path, ["newer"]);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(formatProblem).map((line) => line.replace(/^.*yaml:/, ""));
  }
}
const ROW = "- id: older\n  title: What is older\n  date: '2025-12-01'\n";

test("a row names a chart or a page that took its place", () => {
  expect(read(`${ROW}  chart: newer\n`)).toMatchObject([{ id: "older", chart: "newer" }]);
  expect(read(`${ROW}  page: /corruption/#exits\n`)).toMatchObject([
    { id: "older", page: "/corruption/#exits" },
  ]);
  expect(read("[]\n")).toEqual([]);
});

test.for([
  [`${ROW}`, /^1:7 it has no successor, or two/],
  [`${ROW}  chart: newer\n  page: /corruption/\n`, /it has no successor, or two/],
  [`${ROW}  chart: lost\n`, /^4:10 there is no chart `lost`; expected one of newer/],
  [`${ROW.replace("older", "newer")}  page: /corruption/\n`, /^1:7 the chart `newer` is still there/],
  [`${ROW}  page: https://a.example/\n`, /the path of a page/],
] as const)("a row is refused, with its line: %s", ([text, reason]) =>
  expect(read(text)).toEqual([expect.stringMatching(reason)]),
);

test("the addresses of a chart that another succeeded show that one, and say so", () => {
  const embed = retiredEmbed({ id: "older", title: "What is older", date: "2025-12-01", chart: "newer" }, [
    chart,
  ]);
  const successor = embeddableChart(chart);
  expect(embed).toMatchObject({
    id: "older",
    files: "/charts/older",
    path: "/charts/newer/",
    title: chart.title,
  });
  expect(embed).toMatchObject({
    table: successor.table,
    sources: successor.sources,
    description: successor.description,
    topic: "france",
  });
  expect(embed.subtitle).toBe("This took the place of “What is older” on 1 December 2025. By day");
  expect(embed.draw(LAYOUTS.wide)).toEqual(successor.draw(LAYOUTS.wide));
});

test("those of a chart that a page succeeded say which page", () => {
  const embed = retiredEmbed(
    { id: "older", title: "What is older", date: "2025-12-01", page: "/corruption/#exits" },
    [chart],
  );
  expect(embed.title).toBe("“What is older” is not kept up any more");
  for (const text of [embed.subtitle, embed.description])
    expect(text).toContain(`${absolute("/corruption/")}.`);
  expect(embed.path).toBe("/corruption/#exits");
  expect(embed.table.rows).toEqual([[absolute("/corruption/#exits")]]);
});
