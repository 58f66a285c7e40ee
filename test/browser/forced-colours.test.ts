import { expect, test } from "vitest";
import { useSite } from "../lib/browser.ts";

const site = useSite();

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
