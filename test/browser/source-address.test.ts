import { expect, it } from "vitest";
import { useSite } from "./chromium.ts";

const site = useSite();

it("an address of a source from when all stood on one page leads to its entry", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/sources/`);
  const letter = page.locator(".columns-of-links a").first();
  await letter.click();
  await page.waitForURL(/\/sources\/[a-z0-9-]+\/#by-/);
  const id = await page.locator(".publishers li").first().getAttribute("id");
  const entry = page.url().replace(/#.*/, `#${id}`);
  await page.goto("about:blank");
  await page.goto(`${site.origin}/sources/#${id}`);
  await page.waitForURL(entry);
  expect(await page.locator(":target").count()).toBe(1);
});

it("an unknown one, or a letter, stays at the list of publishers", async () => {
  const page = await site.browser.newPage();
  for (const anchor of ["letter-k", "nothing-of-the-kind"]) {
    await page.goto("about:blank");
    await page.goto(`${site.origin}/sources/#${anchor}`, { waitUntil: "networkidle" });
    expect(page.url()).toBe(`${site.origin}/sources/#${anchor}`);
  }
  expect(await page.locator("main *").count()).toBeLessThanOrEqual(3000);
});
