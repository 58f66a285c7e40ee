import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { RIGHT, type Versions, WHOLE } from "../../src/oldest-browsers.ts";
import { contractTable } from "../contract-table.ts";
import { since, younger } from "./compat-data.ts";
import { cssFeatures } from "./css-features.ts";
import { scriptFeatures } from "./script-features.ts";

const SITE = resolve(process.env.DIST_DIR ?? "dist");
const text = (file: string) => readFileSync(join(SITE, file), "utf8");
const assets = (ending: string) => readdirSync(join(SITE, "assets")).filter((file) => file.endsWith(ending));
const table = (heading: string) => contractTable("docs/contracts/browsers.md", heading);

/** What stands in the style elements of a file. */
function styleOf(file: string): string {
  let [css, inside] = ["", false];
  const parser = new Parser(
    {
      onopentagname: (name) => (inside = name === "style"),
      ontext: (words) => (css += inside ? words : ""),
      onclosetag: () => (inside = false),
    },
    { xmlMode: file.endsWith(".svg") },
  );
  parser.end(text(file));
  if (!css) throw new Error(`${file} has no style`);
  return css;
}

/** A row of a table of the contract: a feature and its first versions; a dash where no version has it. */
function row(feature: string): string[] {
  const { chrome, firefox, safari } = since(feature);
  return [
    feature,
    ...[chrome, firefox, safari].map((version) => (Number.isFinite(version) ? String(version) : "–")),
  ];
}

/** What a table of the contract says, without its last column, which says in words what is missing without a feature. */
function said(heading: string): string[][] {
  for (const [feature, , , , without] of table(heading)) expect(without, feature).toMatch(/\w+ \w+/);
  return table(heading).map((cells) => cells.slice(0, 4));
}

describe("docs/contracts/browsers.md", () => {
  it("names the versions that the code is made for", () => {
    const cells = ({ chrome, firefox, safari }: Versions) => [chrome, firefox, safari].map(String);
    expect(table("From which version on").map(([, ...versions]) => versions)).toEqual([
      cells(RIGHT),
      cells(WHOLE),
    ]);
  });

  it("names everything younger that the site uses, with its versions, and nothing else", async () => {
    const scripts = readdirSync("src/client").filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const used = [
      ...cssFeatures(
        assets(".css")
          .map((file) => text(`assets/${file}`))
          .join("\n"),
      ),
      ...(await scriptFeatures([...scripts.map((file) => `src/client/${file}`), "src/embed/draft-chart.js"])),
    ];
    expect(used).toContain("api.HTMLElement.showPopover");
    expect(said("What comes later")).toEqual(younger(new Set(used), WHOLE).map(row));
  });

  it("names everything younger that draws a chart, in an embed or a file", () => {
    const used = [
      "embed/drafts-by-theme/index.html",
      "embed/clause/army-cap/index.html",
      "charts/army-cap.svg",
    ].map(styleOf);
    expect(said("Charts in the oldest")).toEqual(younger(cssFeatures(used.join("\n")), RIGHT).map(row));
  });

  it("promises script that browsers can read", () => {
    // Which scripts \p{} knows has grown with Unicode; that of letters and digits is as old as the notation.
    const supported = { "regexp-unicode-property-escapes": true };
    const read = (code: string, target: string[] | string) =>
      transformSync(code, { minify: true, format: "esm", target, supported }).code;
    const whole = Object.entries(WHOLE).map(([name, version]) => `${name}${version}`);
    const changed = assets(".js").filter(
      (file) => read(text(`assets/${file}`), whole) !== read(text(`assets/${file}`), "esnext"),
    );
    expect(changed).toEqual([]);
  });

  it("lets the script of a frame tell its height in all of them", async () => {
    expect(younger(await scriptFeatures(["src/embed/frame-script.js"]), RIGHT)).toEqual([]);
  });
});
