import { describe, expect, it } from "vitest";
import { answerOf } from "../../src/ledger/drafts.ts";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import { useSite } from "./chromium.ts";

const site = useSite();

describe("with script off", () => {
  it("a comparison shows both answers, what changed, and links to other pairs", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/plan/compare/us-28/zelensky-20/`);
    const row = page.locator(".answer-row", { hasText: "How large may Ukraine’s forces be?" });
    const ledger = readLedger("content/ledger");
    const sides = [
      ["us-28", "del", "600,000"],
      ["zelensky-20", "ins", "800,000"],
    ] as const;
    for (const [i, [draft, mark, changed]] of sides.entries()) {
      const side = row.locator(".side").nth(i);
      expect(await side.innerText()).toContain(answerOf(ledger, draft, "army-cap")!.answer);
      expect((await side.locator("del, ins").allInnerTexts()).join(" ")).toContain(changed);
      expect(await side.locator(mark).count()).toBe(await side.locator("del, ins").count());
    }
    expect(await row.locator(".change").innerText()).toBe("softened");
    await page.getByText("Change the second").click();
    await page.getByRole("link", { name: /Geneva revision/ }).click();
    expect(new URL(page.url()).pathname).toBe("/plan/compare/us-28/geneva-19/");
  });

  it("an explainer shows its charts at the width of the page", async () => {
    const page = await site.browser.newPage({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 800 },
    });
    await page.goto(`${site.origin}/plan/`);
    const figure = page.locator("#chart-army-cap");
    expect(await figure.locator(".drawing--narrow").isVisible()).toBe(true);
    expect(await figure.locator(".drawing--wide").isVisible()).toBe(false);
    await page.setViewportSize({ width: 1200, height: 800 });
    expect(await figure.locator(".drawing--narrow").isVisible()).toBe(false);
    expect(await figure.locator(".drawing--wide").isVisible()).toBe(true);
  });

  it("a mark of the matrix leads to the clause of that draft", async () => {
    const page = await site.browser.newPage({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(`${site.origin}/`);
    await page
      .locator('.drawing--full .hits a[href="/plan/themes/territory/#donetsk-rest--geneva-19"]')
      .click();
    expect(await page.locator(":target").innerText()).toContain("left in brackets for the presidents");
  });

  it("search offers everything from A to Z", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/search/?q=territory`);
    await page.getByRole("link", { name: "Territory", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/plan/themes/territory/");
  });
});

describe("at every width", () => {
  it("a date in a table stays on one line on a phone of 320 px", async () => {
    const page = await site.browser.newPage({ viewport: { width: 320, height: 800 } });
    await page.goto(`${site.origin}/charts/army-cap/`);
    const lines = await page.locator(".data-table td.date").evaluateAll((cells) =>
      cells.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines)).toEqual(new Set([1]));
  });

  it.each(["/plan/", "/france/", "/corruption/"])(
    "the first column of a table in %s breaks no word on a phone of 320 px, and the page is no wider",
    async (path) => {
      const page = await site.browser.newPage({ viewport: { width: 320, height: 800 } });
      await page.goto(site.origin + path);
      const broken = await page.locator(".prose > table tr > :first-child").evaluateAll((cells) =>
        cells.flatMap(({ firstChild: words }) => {
          if (!words?.textContent?.trim()) return [];
          const range = document.createRange();
          range.selectNodeContents(words);
          const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
          return lines > words.textContent.trim().split(/\s+/).length ? words.textContent : [];
        }),
      );
      expect(broken).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );

  it.each([320, 360, 768, 1440, 2560])("no page type is wider than a screen of %i px", async (width) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } });
    const wide: string[] = [];
    for (const path of [
      "/",
      "/plan/",
      "/plan/drafts/",
      "/plan/drafts/us-28/",
      "/plan/themes/territory/",
      "/plan/compare/",
      "/plan/compare/us-28/zelensky-20/",
      "/charts/",
      "/charts/drafts-by-theme/",
      "/sources/",
      "/sources/u/",
      "/search/",
      "/404/",
    ]) {
      await page.goto(site.origin + path);
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
        wide.push(path);
    }
    expect(wide).toEqual([]);
  });
});
