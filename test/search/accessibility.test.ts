import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { status, useSearch } from "./searching.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const site = useSearch();

test.each([
  [360, "light"],
  [360, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const)(
  "axe finds nothing on dialog, search page and marked page at %i px, %s",
  async (width, colorScheme) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const violations = async (where: string) => {
      await page.evaluate(AXE);
      const { violations: found } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(found.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]!.target.join(" ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await page.goto(`${site.origin}/plan/`);
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("Energoatom");
    await page.locator("dialog .result").first().waitFor();
    await violations("dialog");
    await page.goto(`${site.origin}/search/?q=frozen%20assets&kind=Event`);
    await status(page, "in Event");
    await violations("search page");
    await page.goto(`${site.origin}/search/?q=xyzzyqwrt`);
    await status(page, "Nothing");
    await violations("nothing found");
    await page.goto(`${site.origin}/drafts/us-28/?highlight=NATO`);
    await page.locator(".found-note").waitFor();
    await violations("marked page");
  },
);
