import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, serveSite } from "./chromium.ts";
import { PAGE_TYPES } from "./page-types.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  [browser, { server, origin }] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it.each([
  [360, "light"],
  [360, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const)(
  "axe finds nothing at %i px, %s (WCAG 2.2 AA and best practices)",
  async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const violations: string[] = [];
    for (const path of PAGE_TYPES) {
      await page.goto(origin + path);
      await page.evaluate(AXE);
      const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      for (const { id, nodes } of results.violations) violations.push(`${path}: ${id} at ${nodes[0]!.target.join(" ")} (${nodes.length})`);
    }
    expect(violations).toEqual([]);
  },
  180_000,
);
