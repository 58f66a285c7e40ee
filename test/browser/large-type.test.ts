import { describe, expect, test } from "vitest";
import { launchChromium, useSite } from "./chromium.ts";
import { PAGE_TYPES } from "./page-types.ts";

const site = useSite();

describe.for([24, 32])("with a default type of %i px, on a phone", (size) => {
  test("no page is wider than the screen", async () => {
    const browser = await launchChromium([`--blink-settings=defaultFontSize=${size}`]);
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const wide: string[] = [];
      for (const path of PAGE_TYPES) {
        await page.goto(site.origin + path);
        const { type, width } = await page.evaluate(() => ({
          type: parseFloat(getComputedStyle(document.documentElement).fontSize),
          width: document.documentElement.scrollWidth,
        }));
        // An embed is as high as its frame, which its host has measured: its type is fixed.
        if (!path.startsWith("/embed/")) expect(type).toBeGreaterThanOrEqual(size);
        if (width > 390) wide.push(`${path} ${width}`);
      }
      expect(wide).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

// WCAG 1.4.12.
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

test("with the text spacing of WCAG, no page is wider than 320 px, and the line below an embed is whole", async () => {
  const page = await (
    await site.browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 800 } })
  ).newPage();
  const wide: string[] = [];
  for (const path of PAGE_TYPES) {
    await page.goto(site.origin + path);
    await page.addStyleTag({ content: SPACING });
    const cut = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll(".foot")]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.className || part.localName),
    );
    if (cut.length > 0) wide.push(`${path} ${cut.join(" ")}`);
  }
  expect(wide).toEqual([]);
  await page.context().close();
});

test("in forced colours, what is chosen keeps a line that is no shadow", async () => {
  const page = await site.browser.newPage({ forcedColors: "active" });
  await page.goto(`${site.origin}/timeline/`);
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(await line(".site-nav a[aria-current]")).toBe("underline");
  expect(await line(".site-nav a:not([aria-current])")).toBe("none");
  expect(await line(".filters input:checked + span")).toBe("underline");
  expect(await line(".filters input:not(:checked) + span")).toBe("none");
  await page.goto(`${site.origin}/search/?q=rafale`);
  await page.locator(".search-kinds button").first().click();
  // The kinds are drawn anew when the results of the choice come.
  await expect.poll(() => line(".search-kinds button[aria-pressed=true]")).toBe("underline");
  expect(await line(".search-kinds button[aria-pressed=false]")).toBe("none");
  expect(await line(".search-results mark")).toBe("underline");
  await page.close();
});
