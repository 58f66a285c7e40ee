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
      for (const path of PAGE_TYPES.filter((path) => !path.startsWith("/embed/"))) {
        await page.goto(site.origin + path);
        const { type, width } = await page.evaluate(() => ({
          type: parseFloat(getComputedStyle(document.documentElement).fontSize),
          width: document.documentElement.scrollWidth,
        }));
        expect(type).toBeGreaterThanOrEqual(size);
        if (width > 390) wide.push(`${path} ${width}`);
      }
      expect(wide).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

test("in forced colours, what is chosen keeps a line that is no shadow", async () => {
  const page = await site.browser.newPage({ forcedColors: "active" });
  await page.goto(`${site.origin}/timeline/`);
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderBottomWidth);
  expect(await line(".site-nav a[aria-current]")).toBe("3px");
  expect(await line(".filters input:checked + span")).toBe("3px");
  await page.close();
});
