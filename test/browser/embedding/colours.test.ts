import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, startStage } from "./host.ts";
import { token } from "./token.ts";

const SITE = resolve(process.env.DIST_DIR ?? "dist");
const text = (file: string) => readFileSync(join(SITE, file), "utf8");

let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

it("no page, embed or file leaves light-dark() to the browser", () => {
  const styles = readdirSync(join(SITE, "assets")).filter((file) => file.endsWith(".css"));
  expect(styles.length).toBeGreaterThan(0);
  const files = [
    ...styles.map((file) => `assets/${file}`),
    "embed/drafts-by-theme/index.html",
    "embed/clause/army-cap/index.html",
  ];
  for (const file of [...files, "charts/drafts-by-theme.svg", "clauses/army-cap.svg"])
    expect(text(file), file).not.toContain("light-dark(");
});

/** Class of what marks an answer in a drawing, its property, and the token of its colour. */
const MARKS = [
  ["fill-ink", "fill", "ink"],
  ["line-open", "stroke", "corruption"],
  ["struck", "fill", "struck"],
  ["line-struck", "stroke", "struck"],
  ["inserted", "fill", "inserted"],
  ["inserted-ground", "fill", "inserted-ground"],
  ["line-inserted", "stroke", "inserted"],
  ["paper", "background", "paper"],
] as const;

describe.for(["light", "dark"] as const)(
  "where the reader prefers %s, every mark has its colour",
  (scheme) => {
    it.for(["", "?theme=light", "?theme=dark"])("in an embed%s", async (query) => {
      const page = await stage.browser.newPage({ colorScheme: scheme });
      await page.goto(`${stage.site}embed/clause/army-cap/${query}`);
      const wanted = query ? (query.slice(7) as "light" | "dark") : scheme;
      for (const [name, property, of] of MARKS) {
        const colour = await page.evaluate(
          ([name, property]) =>
            name === "paper"
              ? getComputedStyle(document.documentElement).backgroundColor
              : getComputedStyle(document.querySelector(`.${name}`)!).getPropertyValue(property),
          [name, property] as const,
        );
        expect(colour, name).toBe(token(of)[wanted]);
      }
      await page.close();
    });

    it("in the SVG file", async () => {
      const page = await stage.browser.newPage({ colorScheme: scheme });
      await page.goto(`${stage.site}clauses/army-cap.svg`);
      for (const [name, property, of] of MARKS) {
        const colour = await page.evaluate(
          ([name, property]) =>
            getComputedStyle(document.querySelector(`.${name}`)!).getPropertyValue(property),
          [name, name === "paper" ? "fill" : property] as const,
        );
        expect(colour, name).toBe(token(of)[scheme]);
      }
      await page.close();
    });
  },
);

/** Whether a program is on this machine. */
const has = (name: string) => spawnSync(name, ["--version"]).status === 0;

describe("the SVG file in programs that know no custom properties is light", () => {
  const corner = (pixels: Uint8Array) => `rgb(${pixels.subarray(0, 3).join(", ")})`;

  it.for(["charts/drafts-by-theme.svg", "clauses/army-cap.svg"])("by resvg: %s", (file) => {
    const picture = new Resvg(text(file), { font: { loadSystemFonts: false } }).render();
    expect(corner(picture.pixels)).toBe(token("paper").light);
  });

  it.skipIf(!has("rsvg-convert"))("by librsvg", () => {
    // Through resvg once more: a picture of one pixel, whose colour it then tells.
    const { stdout } = spawnSync("rsvg-convert", ["--format=png", join(SITE, "clauses/army-cap.svg")], {
      maxBuffer: 1e8,
    });
    const href = `data:image/png;base64,${stdout.toString("base64")}`;
    const pixel = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><image href="${href}"/></svg>`,
    ).render();
    expect(corner(pixel.pixels)).toBe(token("paper").light);
  });
});
