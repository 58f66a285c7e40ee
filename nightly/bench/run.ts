import { existsSync } from "node:fs";
import { launchChromium } from "../../test/lib/browser.ts";
import { setting, writePart } from "./report.ts";
import { type Table, toMarkdown } from "./table.ts";

// In nightly/: npm run bench [-- name …] compares this site with its peers, prints the tables and writes them to
// docs/measurements.md. Run it on a machine that does nothing else.
const PARTS: Readonly<Record<string, { title: string; load: () => Promise<{ run(): Promise<Table[]> }> }>> = {
  embed: { title: "Embedding a chart", load: () => import("./embed.ts") },
  ssr: { title: "Drawing a chart", load: () => import("./ssr.ts") },
  paint: { title: "First paint of an explainer", load: () => import("./first-paint.ts") },
  page: { title: "Reading an explainer", load: () => import("./page.ts") },
  search: { title: "Searching", load: () => import("./search-table.ts") },
  browsers: { title: "Other browsers", load: () => import("./browsers.ts") },
  build: { title: "Building the site", load: () => import("./build.ts") },
  serve: { title: "Serving the site", load: () => import("./serve.ts") },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  stop(
    `there is no \`${unknown.join("`, `")}\` to measure; expected some of ${Object.keys(PARTS).join(", ")}`,
  );
if (!existsSync(process.env.DIST_DIR ?? "dist"))
  stop("there is no built site to measure: run `npm run build` first");

const browser = await launchChromium();
const where = setting(`Chromium ${browser.version()}`);
await browser.close();
for (const [name, { title, load }] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const started = performance.now();
  console.log(`\n${title} …`);
  const tables = await (await load()).run();
  for (const table of tables) console.log(`\n${toMarkdown(table)}`);
  writePart(name, title, where, tables);
  console.log(`\n${title}: ${Math.round((performance.now() - started) / 1000)} s`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
