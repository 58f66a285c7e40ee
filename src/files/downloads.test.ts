import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
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
const contentOf = (suffix: string, chart: Embeddable) =>
  downloadsOf(chart)
    .find((download) => download.suffix === suffix)!
    .content(chart, { ledger, coveredUntil });
const size = (png: Uint8Array) => {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)] as const;
};

test.for(charts.slice(0, 2))(
  "the pictures of $id are 1200 px wide or high, of the shape of the SVG and the size said before",
  async (chart) => {
    const light = (await contentOf(".png", chart)) as Uint8Array;
    const svg = new Resvg(contentOf(".svg", chart) as string);
    const [width = 0, height = 0] = size(light);
    expect(Math.abs(Math.max(width, height) - 1200)).toBeLessThanOrEqual(1);
    expect(Math.abs(height - (width / svg.width) * svg.height)).toBeLessThanOrEqual(1);
    expect(Object.values(pictureSize(ledger, chart, "wide"))).toEqual(size(light));
  },
);

test.for([...charts, embeds.find(({ what }) => what === "clause")!])(
  "the header of the CSV of $id names finding, page, licence and every source in full",
  (chart) => {
    const comments = (contentOf(".csv", chart) as string).match(/^#.*/gm)!;
    const title = chart.title.replaceAll('"', "'");
    for (const text of [title, `Page: ${absoluteUrl(chart.path)}`, `Licence: ${getSite().licence.line}`])
      expect(comments).toContain(`# ${text}`);
    expect(chart.sources).not.toEqual([]);
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
  },
);
