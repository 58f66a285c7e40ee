import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import type { Embeddable } from "../charts/chart.ts";
import { embeds, ledger, coveredUntil } from "../content/content.ts";
import { getRow } from "../ledger/lookup.ts";
import { publisherName } from "../ledger/sources.ts";
import { absoluteUrl } from "../routes.ts";
import { getSite } from "../site.ts";
import { commentLine } from "./tables.ts";
import { downloadsOf } from "./downloads.ts";
import { pictureSize } from "./pictures.ts";

const charts = embeds.filter(({ what }) => what === "chart");
const clauses = embeds.filter(({ what }) => what === "clause");
const contentOf = (suffix: string, chart: Embeddable) =>
  downloadsOf(chart)
    .find((download) => download.suffix === suffix)!
    .content(chart, { ledger, coveredUntil });
const size = (png: Uint8Array) => {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)] as const;
};

test("every file of a chart and a clause has a name of its own", () => {
  const names = embeds.flatMap((embed) => downloadsOf(embed).map(({ suffix }) => embed.files + suffix));
  expect(new Set(names).size).toBe(names.length);
});

describe.for(charts.slice(0, 2))("the pictures of $id", (chart) => {
  test("are 1200 px wide or high, in the shape of the SVG, as large as is said beforehand", async () => {
    const light = (await contentOf(".png", chart)) as Uint8Array;
    const svg = new Resvg(contentOf(".svg", chart) as string);
    const [width = 0, height = 0] = size(light);
    expect(Math.abs(Math.max(width, height) - 1200)).toBeLessThanOrEqual(1);
    expect(Math.abs(height - (width / svg.width) * svg.height)).toBeLessThanOrEqual(1);
    expect(Object.values(pictureSize(ledger, chart, "wide"))).toEqual(size(light));
  });
});

describe.for([...charts, ...clauses.slice(0, 1)])("the header of the CSV of $id", (chart) => {
  const comments = (contentOf(".csv", chart) as string).split("\r\n").filter((line) => line.startsWith("#"));
  test("names finding, page, licence and every source in full, a line each", () => {
    for (const text of [
      chart.title.replaceAll('"', "'"),
      `Page: ${absoluteUrl(chart.path)}`,
      `Licence: ${getSite().licence.line}`,
    ])
      expect(comments).toContain(`# ${text}`);
    for (const id of chart.sources) {
      const source = getRow(ledger, "sources", id);
      const line = comments.find(
        (line) => line.startsWith("# Source: ") && line.endsWith(commentLine(` – ${source.url}`).slice(2)),
      );
      expect(line, source.url).toContain(publisherName(ledger, source));
      if (source.title) expect(line).toContain(source.title.replaceAll('"', "'").slice(0, 20));
    }
    expect(comments.filter((line) => line.startsWith("# Source: "))).toHaveLength(
      new Set(chart.sources).size,
    );
  });
});
