import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchChromium } from "../../test/lib/browser.ts";
import { SITE } from "./lines-data.ts";
import { writePlain } from "./plain-page.ts";
import { CPU, LINE, serveShaped } from "./shaped-server.ts";
import { median, type Table } from "./table.ts";
import { timesToMarks } from "./times-to-marks.ts";

const ROUNDS = 7;
const OUT = resolve(".build/bench-page");
const PAGE = "plan";

/** A way to the same text: its first paragraph, and the marks of its first chart. */
interface Case {
  id: string;
  name: string;
  text: string;
  marks: string;
}

const PLAIN: Case = {
  id: "plain",
  name: "plain HTML: the same main part, no style, no script",
  text: "p",
  marks: "svg.chart path:not(defs *)",
};
const CASES: readonly Case[] = [
  { id: PAGE, name: "this site", text: ".prose p", marks: ".drawing--wide svg.chart path:not(defs *)" },
  PLAIN,
  {
    id: `starlight/${PAGE}`,
    name: "Starlight: the Markdown twin, its charts as SVG",
    text: ".sl-markdown-content p",
    marks: ".sl-markdown-content svg path:not(defs *)",
  },
];

/** Time until the text and the first chart of an explainer stand, here, in Starlight and in plain HTML. */
export async function run(): Promise<Table[]> {
  const browser = await launchChromium();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  // This site is at the root of the host, the others in folders.
  for (const name of readdirSync(SITE)) symlinkSync(resolve(SITE, name), join(OUT, name));
  const { origin, transfers, close } = await serveShaped(OUT, LINE);
  const times = new Map(CASES.map(({ id }) => [id, { text: [] as number[], marks: [] as number[] }]));
  const loads = new Map<string, { bytes: number; requests: number }>();
  try {
    await writePlain(browser, `${origin}/${PAGE}/`, join(OUT, PLAIN.id));
    writeStarlight();
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { id, text, marks } of CASES) {
        transfers.length = 0;
        const [toText = NaN, toMarks = NaN] = await timesToMarks(browser, `${origin}/${id}/`, [text, marks]);
        loads.set(id, {
          bytes: transfers.reduce((sum, { bytes }) => sum + bytes, 0),
          requests: transfers.length,
        });
        if (round === 0) continue;
        times.get(id)!.text.push(toText);
        times.get(id)!.marks.push(toMarks);
      }
    }
  } finally {
    close();
    await browser.close();
  }
  const of = (id: string, what: "text" | "marks") => median(times.get(id)![what]);
  const times100 = (id: string, what: "text" | "marks") =>
    Math.round((of(id, what) / of(PLAIN.id, what)) * 100) / 100;
  return [
    {
      title: "An explainer until its text and its first chart stand",
      note: `\`/${PAGE}/\` at ${(LINE.width * 8) / 1e6} Mbit/s, ${LINE.roundTrip} ms from request to first byte, CPU ${CPU} times slower, nothing cached, window of 760 px; answers arrive piece by piece and share the line. Median of ${ROUNDS} interleaved rounds after one to warm up. Bytes are those that went over the line until the chart stood; texts are brotli. Starlight has its own navigation and search button, no other page, and its text without receipts’ popovers.`,
      columns: ["", "bytes", "requests", "text, ms", "× plain", "first chart, ms", "× plain"],
      rows: CASES.map(({ id, name }) => [
        name,
        loads.get(id)!.bytes,
        loads.get(id)!.requests,
        Math.round(of(id, "text")),
        times100(id, "text"),
        Math.round(of(id, "marks")),
        times100(id, "marks"),
      ]),
    },
  ];
}

/** The same text in Starlight as its guide sets it up. */
function writeStarlight(): void {
  // Below bench/, where its packages are found as anybody's are.
  const project = resolve("nightly/bench/.build/starlight");
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, "src/content/docs"), { recursive: true });
  writeFileSync(
    join(project, "package.json"),
    '{ "type": "module", "dependencies": { "@astrojs/starlight": "*", "astro": "*" } }',
  );
  writeFileSync(
    join(project, "astro.config.mjs"),
    'import starlight from "@astrojs/starlight";\nexport default { base: "/starlight", integrations: [starlight({ title: "The plan", pagefind: false })] };\n',
  );
  writeFileSync(
    join(project, "src/content.config.ts"),
    'import { defineCollection } from "astro:content";\nimport { docsLoader } from "@astrojs/starlight/loaders";\nimport { docsSchema } from "@astrojs/starlight/schema";\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n',
  );
  const twin = readFileSync(join(SITE, `${PAGE}.md`), "utf8");
  const charts = [
    ...readFileSync(join(SITE, PAGE, "index.html"), "utf8").matchAll(/id="chart-([a-z0-9-]+)"/g),
  ].map(([, id]) => id!);
  const svgs = charts.map((id) =>
    readFileSync(join(SITE, "charts", `${id}.svg`), "utf8").replace(/^<\?xml[^>]*\?>\s*/, ""),
  );
  writeFileSync(
    join(project, `src/content/docs/${PAGE}.md`),
    `---\ntitle: The plan\n---\n\n${twin}\n\n${svgs.join("\n\n")}\n`,
  );
  execFileSync(process.execPath, [resolve("nightly/node_modules/astro/bin/astro.mjs"), "build", "--silent"], {
    cwd: project,
    stdio: "inherit",
  });
  cpSync(join(project, "dist"), join(OUT, "starlight"), { recursive: true });
}
