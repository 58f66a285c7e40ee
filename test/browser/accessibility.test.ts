import { readFileSync } from "node:fs";
import type axe from "axe-core";
import { expect, it } from "vitest";
import { alfaFailures } from "./alfa.ts";
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

it.each([360, 1440])(
  "Alfa finds nothing at %i px (WCAG 2.2 A and AA)",
  async (width) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } });
    const failures: string[] = [];
    for (const path of PAGE_TYPES) {
      await page.goto(site.origin + path);
      failures.push(...(await alfaFailures(page)).map((failure) => `${path}: ${failure}`));
    }
    expect(failures).toEqual([]);
    await page.close();
  },
  600_000,
);

it("Alfa sees a link without a name, and two targets too small to tell apart", async () => {
  const page = await (await site.browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(`${site.origin}/about/`);
  await page.addStyleTag({
    content: ".tiny { all: unset; display: inline-block; width: 8px; height: 8px; overflow: hidden }",
  });
  await page.evaluate(() =>
    document
      .querySelector("main")!
      .insertAdjacentHTML(
        "afterbegin",
        '<p><a href="/x/"></a></p><p><button class="tiny">a</button><button class="tiny">b</button></p>',
      ),
  );
  const rules = new Set((await alfaFailures(page)).map((failure) => failure.split(" ")[0]));
  // R83, text that is cut off, may speak of the small ones as well.
  expect([...rules]).toEqual(expect.arrayContaining(["sia-r11", "sia-r113"]));
  await page.context().close();
});
