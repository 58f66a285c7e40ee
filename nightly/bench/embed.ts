import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { launchChromium } from "../../test/lib/browser.ts";
import { writePublished } from "./as-published.ts";
import { CHART, readPoints, SITE } from "./lines-data.ts";
import { CPU, LINE, serveShaped } from "./shaped-server.ts";
import { median, type Table } from "./table.ts";
import { timesToMarks } from "./times-to-marks.ts";

const ROUNDS = 7;
const OUT = resolve(".build/bench-embed");

/** A page that is measured, and what tells that its marks stand. */
interface Case {
  id: string;
  name: string;
  marks: string;
}

/** Baseline without a chart: connection, browser and first frame. */
const FLOOR: Case = { id: "empty", name: "a page with one word", marks: "p" };
const OWN: Case = {
  id: "own",
  name: "this site’s embed",
  marks: ".drawing--wide svg.chart path:not(defs *)",
};
const CLAUSE: Case = {
  id: "clause",
  name: "this site’s embed of a clause, redlined",
  marks: ".drawing--wide svg.chart path:not(defs *)",
};
const STATIC: Case = { id: "static", name: "static SVG in a page", marks: "svg path" };
const PEERS: readonly Case[] = [
  { name: "D3, client", id: "d3", marks: "path.mark" },
  { name: "Observable Plot, client", id: "plot", marks: "g[aria-label=line] path" },
  { name: "Chart.js", id: "chartjs", marks: "canvas[data-drawn]" },
  { name: "ECharts (SVG)", id: "echarts", marks: "svg path[stroke-width='2']" },
  { name: "Highcharts", id: "highcharts", marks: ".highcharts-series path" },
  { name: "Vega-Embed", id: "vega", marks: ".mark-line path" },
];
/** The same as their readmes have them. */
const PUBLISHED: readonly Case[] = PEERS.map((peer) => ({ ...peer, id: `${peer.id}-published` }));
const CASES = [FLOOR, OWN, CLAUSE, STATIC, ...PEERS, ...PUBLISHED];

/** Bytes, requests and time until the marks stand, of one chart drawn by each library, on a slow line and a slow machine. */
export async function run(): Promise<Table[]> {
  await writePages();
  const browser = await launchChromium();
  const { origin, transfers, close } = await serveShaped(OUT, LINE);
  const times = new Map(CASES.map(({ id }) => [id, [] as number[]]));
  const loads = new Map<string, { bytes: number; requests: number }>();
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { id, marks } of CASES) {
        transfers.length = 0;
        const [time = NaN] = await timesToMarks(browser, `${origin}/${id}/`, [marks]);
        // The first round warms up the server and the browser's own caches of code.
        if (round > 0) times.get(id)!.push(time);
        loads.set(id, {
          bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
          requests: transfers.length,
        });
      }
    }
  } finally {
    close();
    await browser.close();
  }
  const of = ({ id }: Case) => median(times.get(id)!);
  const row = ({ id, name }: Case): Table["rows"][number] => {
    const all = times.get(id)!;
    const { bytes, requests } = loads.get(id)!;
    const above = (of({ id } as Case) - of(FLOOR)) / (of(OWN) - of(FLOOR));
    return [
      name,
      bytes,
      requests,
      Math.round(median(all)),
      `${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))}`,
      round2(median(all) / of(STATIC)),
      round2(median(all) / of(OWN)),
      id === FLOOR.id ? "–" : round1(above),
    ];
  };
  const columns = [
    "",
    "bytes",
    "requests",
    "ms",
    "ms, least to most",
    "× static SVG",
    "× this site",
    "× this site, above the floor",
  ];
  const how = `The chart \`${CHART}\` (seven lines, fourteen years) at ${(LINE.width * 8) / 1e6} Mbit/s, ${LINE.roundTrip} ms from request to first byte, CPU ${CPU} times slower, nothing cached. Median of ${ROUNDS} interleaved rounds after one to warm up; animation off; texts are brotli. `;
  return [
    {
      title: "An embedded chart until its marks stand",
      note: `${how}Each library is bundled and minified by esbuild with only the parts that the chart needs, its data inside: the best that can be done with it. The site’s embed carries its title, subtitle, key, description and links besides; the others are the bare chart. The page with one word is the floor: no chart can be there earlier. The last column compares what each takes above it.`,
      columns,
      rows: [FLOOR, OWN, CLAUSE, STATIC, ...PEERS].map(row),
    },
    {
      title: "The same, with each library as its readme sets it up",
      note: "The published builds by script tags from the same host, the data fetched as JSON; otherwise as above, in the same rounds.",
      columns,
      rows: [OWN, ...PUBLISHED].map(row),
    },
  ];
}

async function writePages(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const points = join(OUT, "points.json");
  writeFileSync(points, JSON.stringify(readPoints()));
  for (const { id } of CASES) mkdirSync(join(OUT, id));
  const write = (id: string, body: string) => writeFileSync(join(OUT, id, "index.html"), html(body));
  cpSync(join(SITE, "embed", CHART, "index.html"), join(OUT, "own/index.html"));
  cpSync(join(SITE, "embed/clause/army-cap/index.html"), join(OUT, "clause/index.html"));
  write("empty", "<p>Chart</p>");
  write(
    "static",
    readFileSync(join(SITE, "charts", `${CHART}.svg`), "utf8").replace(/^<\?xml[^>]*\?>\s*/, ""),
  );
  for (const { id } of PEERS) {
    await build({
      entryPoints: [resolve("nightly/bench/peers", `${id}.ts`)],
      outfile: join(OUT, id, "chart.js"),
      bundle: true,
      minify: true,
      format: "esm",
      alias: { points },
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    });
    write(id, '<script type="module" src="chart.js"></script>');
    write(`${id}-published`, await writePublished(id, points, join(OUT, `${id}-published`)));
  }
}

function html(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chart</title><link rel="icon" href="data:,"><body style="margin:0">${body}</body></html>`;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
