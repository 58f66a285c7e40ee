import { copyFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/** A library as its readme sets it up: whole builds by script tags, from which the chart's code takes a global. */
interface Published {
  /** Its builds, in the order of their tags. */
  scripts: readonly string[];
  /** Modules that the chart's code imports, and their replacements. */
  imports: RegExp;
  global: string;
}

const packages = (name: string) => resolve("nightly/node_modules", name);
const D3 = resolve("node_modules/d3/dist/d3.min.js");
const VEGA = [
  "vega/build/vega.min.js",
  "vega-lite/build/vega-lite.min.js",
  "vega-embed/build/vega-embed.min.js",
].map(packages);

const PUBLISHED: Readonly<Record<string, Published>> = {
  d3: { scripts: [D3], imports: /^d3-/, global: "window.d3" },
  plot: {
    scripts: [D3, packages("@observablehq/plot/dist/plot.umd.min.js")],
    imports: /^@observablehq\/plot$/,
    global: "window.Plot",
  },
  chartjs: {
    scripts: [packages("chart.js/dist/chart.umd.min.js")],
    imports: /^chart\.js$/,
    global: "{ ...window.Chart, Chart: window.Chart }",
  },
  echarts: {
    scripts: [packages("echarts/dist/echarts.min.js")],
    imports: /^echarts\//,
    global: "{ ...window.echarts, use() {} }",
  },
  highcharts: {
    scripts: [packages("highcharts/highcharts.js")],
    imports: /^highcharts$/,
    global: "window.Highcharts",
  },
  vega: { scripts: VEGA, imports: /^vega-embed$/, global: "window.vegaEmbed" },
};

/**
 * Writes the chart of the library `id` into `folder`, with its data in a file to fetch. Returns the tags of its page.
 */
export async function writePublished(id: string, points: string, folder: string): Promise<string> {
  const { scripts, imports, global } = PUBLISHED[id]!;
  const fromGlobal: Plugin = {
    name: "from-global",
    setup(build) {
      build.onResolve({ filter: imports }, ({ path }) => ({ path, namespace: "global" }));
      build.onLoad({ filter: /.*/, namespace: "global" }, () => ({
        contents: `module.exports = ${global};`,
      }));
      build.onResolve({ filter: /^points$/ }, ({ path }) => ({ path, namespace: "points" }));
      build.onLoad({ filter: /.*/, namespace: "points" }, () => ({
        contents: 'export default await (await fetch("points.json")).json();',
      }));
    },
  };
  await build({
    entryPoints: [resolve("nightly/bench/peers", `${id}.ts`)],
    outfile: join(folder, "chart.js"),
    bundle: true,
    minify: true,
    format: "esm",
    plugins: [fromGlobal],
    logLevel: "error",
  });
  copyFileSync(points, join(folder, "points.json"));
  for (const script of scripts) copyFileSync(script, join(folder, basename(script)));
  return `${scripts.map((script) => `<script src="${basename(script)}"></script>`).join("")}<script type="module" src="chart.js"></script>`;
}
