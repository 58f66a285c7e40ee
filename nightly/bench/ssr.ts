import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as Plot from "@observablehq/plot";
import * as echarts from "echarts";
import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { parse, View } from "vega";
import { compile } from "vega-lite";
import { CHART, readPoints } from "./lines-data.ts";
import { echartsOption } from "./peers/echarts-option.ts";
import { vegaSpec } from "./peers/vega-spec.ts";
import { median, type Table } from "./table.ts";

const OUT = resolve(".build/bench-ssr");
/** Charts drawn in a row, as a build does it, before another library has its turn. */
const ROW = 20;
const ROUNDS = 30;
/** Rounds before those that count: until the compiler has settled. */
const WARM_UP = 10;

/** Time to draw one chart to SVG text in Node, by this site and by its peers, interleaved. */
export async function run(): Promise<Table[]> {
  const points = readPoints();
  const { document } = new JSDOM("").window;
  const option = echartsOption(points);
  const { spec } = compile(vegaSpec(points));
  const own = await loadOwn();
  const drawers: [name: string, draw: () => string | Promise<string>][] = [
    ["this site (D3 and Preact)", own],
    [
      "Observable Plot on jsdom",
      () =>
        Plot.plot({
          document,
          width: 720,
          height: 420,
          marks: [
            Plot.lineY(points, { x: "year", y: "value", z: "name", stroke: "name" }),
            Plot.text(points, Plot.selectLast({ x: "year", y: "value", z: "name", text: "name" })),
          ],
        }).outerHTML,
    ],
    ["Vega (specification compiled beforehand)", () => new View(parse(spec), { renderer: "none" }).toSVG()],
    [
      "ECharts, server side",
      () => {
        const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 720, height: 420 });
        chart.setOption(option);
        const svg = chart.renderToSVGString();
        chart.dispose();
        return svg;
      },
    ],
  ];
  const times = drawers.map(() => [] as number[]);
  const sizes = drawers.map(() => 0);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, [name, draw]] of drawers.entries()) {
      const started = performance.now();
      let svg = "";
      for (let i = 0; i < ROW; i++) svg = await draw();
      const time = (performance.now() - started) / ROW;
      if (!svg.includes("<path")) throw new Error(`${name} drew no line`);
      if (round >= 0) times[i]!.push(time);
      sizes[i] = svg.length;
    }
  }
  const base = median(times[0]!);
  return [
    {
      title: "A chart drawn in Node",
      note: `The chart \`${CHART}\` from rows to SVG text. Each library draws ${ROW} in a row, then the next has its turn: median of ${ROUNDS} such rounds after ${WARM_UP} to warm up. This site’s drawing has its tooltips and a named title besides; the others are the bare chart.`,
      columns: ["", "ms", "× this site", "characters of SVG"],
      rows: drawers.map(([name], i) => [
        name,
        Math.round(median(times[i]!) * 100) / 100,
        Math.round((median(times[i]!) / base) * 10) / 10,
        sizes[i]!,
      ]),
    },
  ];
}

/** This site's own renderer is TypeScript with JSX: bundled once, outside of what is measured. */
async function loadOwn(): Promise<() => string> {
  const outfile = join(OUT, "own-chart.mjs");
  await build({
    entryPoints: [resolve("nightly/bench/own-chart.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "import.meta.env": JSON.stringify({ BASE_URL: "/", SITE: "https://draft-by-draft.example" }) },
    packages: "external",
    logLevel: "error",
  });
  const { ownChart } = (await import(pathToFileURL(outfile).href)) as typeof import("./own-chart.ts");
  return ownChart(CHART);
}
