import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DESK, hits, MATRIX, open, PHONE, scriptOf, site, tip } from "./open-figure.ts";

describe("the row below a chart", () => {
  it("copies the permalink and the data, and says so", async () => {
    const { page } = await open("/charts/army-cap/", { permissions: ["clipboard-read", "clipboard-write"] });
    const figure = page.locator(".figure");
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await figure.getByRole("button", { name: "Copy link" }).click();
    await figure.getByRole("button", { name: "Copied" }).waitFor();
    expect(await figure.locator("[role=status]").textContent()).toBe("Copied: link");
    expect(await clipboard()).toBe(`${site.origin}/charts/army-cap/`);
    await figure.getByRole("button", { name: "Copy data" }).click();
    await expect.poll(() => figure.locator("[role=status]").textContent()).toBe("Copied: data");
    const rows = (await clipboard()).replaceAll("\r", "").split("\n");
    expect(rows).toHaveLength(await figure.locator("tr").count());
    const cells = await figure.locator("tr").nth(1).locator("th, td").allTextContents();
    expect(rows[1]).toBe(cells.map((cell) => cell.trim()).join("\t"));
    await figure.getByRole("button", { name: "Copy link" }).waitFor();
  });

  it("says when copying is not allowed", async () => {
    const { page, errors } = await open(MATRIX, {}, (page) =>
      page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
        document.execCommand = () => false;
      }),
    );
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.locator(".figure [role=status]").textContent()).toBe("Not copied: link");
    expect(errors).toEqual([]);
  });

  it("leads from an explainer to the rows behind the drawing, without script", async () => {
    const { page } = await open("/plan/", { javaScriptEnabled: false });
    await page.locator("#chart-army-cap").getByRole("link", { name: "Table and sources" }).click();
    expect(new URL(page.url()).pathname).toBe("/charts/army-cap/");
    const table = page.locator(":target table");
    expect(await table.isVisible()).toBe(true);
    expect(await table.locator("tbody tr").count()).toBe(await hits(page).count());
  });

  it("shares where the browser can", async () => {
    const shared: unknown[] = [];
    const { page } = await open("/plan/", {}, async (page) => {
      await page.exposeFunction("share", (what: unknown) => shared.push(what));
      await page.addInitScript(() =>
        Object.assign(navigator, { share: (window as unknown as { share: unknown }).share }),
      );
    });
    const figure = page.locator("#chart-army-cap");
    await figure.getByRole("button", { name: "Share" }).click();
    await expect
      .poll(() => shared)
      .toEqual([{ title: await figure.locator("h3").textContent(), url: `${site.origin}/charts/army-cap/` }]);
    const plain = await open("/plan/", {}, (page) =>
      page.addInitScript(() => delete (Navigator.prototype as { share?: unknown }).share),
    );
    expect(await plain.page.getByRole("button", { name: "Share" }).count()).toBe(0);
  });
});

describe("the page", () => {
  it.each([PHONE, DESK])("moves nothing when its charts come alive, at $width px", async (viewport) => {
    const boxes = (page: Page) =>
      page
        .locator(".figure, .key li, .drawings, .figure__row")
        .evaluateAll((all) =>
          all.map((one) => [one.className, Math.round(one.getBoundingClientRect().height * 10)]),
        );
    for (const path of ["/", "/plan/", "/charts/army-cap/"]) {
      // Typefaces come in time or not at all, which moves words: here to neither page.
      const plain = await open(path, { viewport }, (page) =>
        page.route(/Figure\.astro.*\.js$|\.woff2$/, (route) => route.abort()),
      );
      const { page, context } = await open(path, { viewport }, async (page) => {
        await page.route(/\.woff2$/, (route) => route.abort());
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) =>
            list.getEntries().forEach((entry) => shifts.push((entry as never as { value: number }).value)),
          ).observe({
            type: "layout-shift",
            buffered: true,
          });
        });
      });
      await page.evaluate(() => document.fonts.ready);
      await plain.page.evaluate(() => document.fonts.ready);
      expect(await page.locator(".figure__actions").count()).toBeGreaterThan(0);
      expect(await plain.page.locator(".figure__actions").count()).toBe(0);
      expect(await boxes(page), path).toEqual(await boxes(plain.page));
      expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), path).toEqual([]);
      await context.close();
      await plain.context.close();
    }
  });

  it("is whole without script: native tooltips, links, a key, no buttons, no room kept for any", async () => {
    const { page, errors } = await open("/plan/", { javaScriptEnabled: false });
    const figure = page.locator("#chart-army-cap");
    expect(await figure.locator("button").count()).toBe(0);
    expect(await hits(page).locator("title").count()).toBe(await hits(page).count());
    expect(await figure.locator(".key li").count()).toBeGreaterThan(1);
    expect(
      await figure.locator(".figure__row").evaluate((row) => getComputedStyle(row, "::after").content),
    ).toBe("none");
    expect(errors).toEqual([]);
  });

  it("prints neither tip nor buttons, and every mark in full", async () => {
    const { page } = await open(MATRIX);
    await page.locator(".key button").first().click();
    await hits(page).nth(40).hover();
    expect(await page.locator(".drawing:visible .dim").count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
    expect(await page.locator(".tip").isVisible()).toBe(false);
    expect(await page.locator(".figure__actions").isVisible()).toBe(false);
    const opacities = await page
      .locator(".dim")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).opacity));
    expect(new Set(opacities)).toEqual(new Set(["1"]));
  });

  it("gets the script only where there is a chart, as a module of at most 3 KB", async () => {
    const { page } = await open("/plan/");
    const scripts = await scriptOf(page);
    expect(scripts).toHaveLength(1);
    expect(brotliCompressSync(scripts[0]!).length).toBeLessThanOrEqual(3 * 1024);
    // What other scripts share, copying and the place of a tip, is fetched beside it.
    expect(scripts[0]).not.toMatch(/\bimport\b(?!\{[\w\s,]+\}from"\.\/(?:copy-text|place-tip)\.)/);
    await page.goto(`${site.origin}/glossary/`);
    expect(await scriptOf(page)).toEqual([]);
  });

  const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
  it.each([
    [PHONE, "light"],
    [PHONE, "dark"],
    [DESK, "light"],
    [DESK, "dark"],
  ] as const)("stays accessible with a tip open and a key pressed: %j, %s", async (viewport, colorScheme) => {
    for (const path of [MATRIX, "/charts/aid-by-donor/", "/charts/corruption-index/"]) {
      const { page, context } = await open(path, { viewport, colorScheme, reducedMotion: "reduce" });
      if ((await page.locator(".key button").count()) > 0) await page.locator(".key button").first().click();
      await hits(page).nth(6).hover();
      expect(await tip(page).count()).toBe(1);
      await page.evaluate(AXE);
      const results = await page.evaluate(() =>
        (window as unknown as { axe: { run(part: string): Promise<AxeResults> } }).axe.run("chart-figure"),
      );
      expect(
        results.violations.map(({ id, nodes }) => `${id} at ${nodes[0]!.target.join(" ")}`),
        path,
      ).toEqual([]);
      await context.close();
    }
  });

  it("keeps the tip's edge in forced colors", async () => {
    const { page } = await open(MATRIX, { forcedColors: "active" });
    await hits(page).nth(40).hover();
    const [edge, ground, width] = await tip(page).evaluate((one) => {
      const style = getComputedStyle(one);
      return [style.borderTopColor, style.backgroundColor, style.borderTopWidth];
    });
    expect(width).toBe("1px");
    expect(edge).not.toBe(ground);
  });
});
