import { readFileSync } from "node:fs";
import type axe from "axe-core";
import { expect, it } from "vitest";
import { useSite } from "./chromium.ts";
import { PAGE_TYPES } from "./page-types.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const site = useSite();

it.each([
  [360, "light"],
  [360, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const)(
  "axe finds nothing at %i px, %s (WCAG 2.2 AA, best practices, and contrast of 7 to 1)",
  async (width, colorScheme) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const violations: string[] = [];
    for (const path of PAGE_TYPES) {
      await page.goto(site.origin + path);
      await page.evaluate(AXE);
      const results = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run({
          rules: { "color-contrast-enhanced": { enabled: true } },
        }),
      );
      for (const { id, nodes } of results.violations)
        violations.push(`${path}: ${id} at ${nodes[0]!.target.join(" ")} (${nodes.length})`);
    }
    expect(violations).toEqual([]);
  },
  300_000,
);
