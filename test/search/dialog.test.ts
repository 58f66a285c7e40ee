import { expect, it } from "vitest";
import { marked, parameter, useSearch } from "./searching.ts";

const site = useSearch();

it("nothing of search is loaded before it is wanted; all of it at the first sign", async () => {
  const page = await site.browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const ofSearch = () =>
    requests.filter((path) => /pagefind|search-|spellings/.test(path) && !/search-open/.test(path));
  await page.goto(`${site.origin}/drafts/us-28/`, { waitUntil: "networkidle" });
  expect(ofSearch()).toEqual([]);
  await page.locator("[data-search-open]").focus();
  await page.waitForRequest(/pf_meta/);
  expect(ofSearch().join()).toMatch(/search-worker.*wasm\.en\.pagefind/);
  await page.close();
  const searchPage = await site.browser.newPage();
  requests.length = 0;
  searchPage.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await searchPage.goto(`${site.origin}/search/`, { waitUntil: "networkidle" });
  expect(requests.filter((path) => /pagefind|spellings|worker/.test(path))).toEqual([]);
});

it("the whole way by keyboard: `/`, type, arrows, Escape; again, Enter opens a result with the words marked", async () => {
  const page = await site.open("/drafts/us-28/");
  await page.locator(".brand").focus();
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("rafale");
  await page.locator("dialog .result").first().waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.closest(".result") !== null)).toBe(true);
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("dialog-query");
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    // Between the last and the first the browser's own controls have the focus, and the page's body counts as active.
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
      ),
    ).toBe(true);
  }
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("brand");
  await page.keyboard.press("/");
  await page.keyboard.type("ceasefire");
  await page.locator("dialog .search-status", { hasText: "ceasefire" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/highlight=ceasefire/);
  await page.locator(".found-note").waitFor();
  expect((await marked(page)).every((word) => word.toLowerCase().startsWith("ceasefire"))).toBe(true);
  await page.keyboard.press("Escape");
  expect(await marked(page)).toEqual([]);
  expect(parameter(page, "highlight")).toBeNull();
});

it("Enter in the dialog’s field leads to the search page, where `/` goes to the field", async () => {
  const page = await site.open("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Mindich");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=Mindich/);
  await page.locator("#search-page .result a").first().waitFor();
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("query");
});

it("the button opens the dialog on the page, and its own button closes it", async () => {
  const page = await site.open("/");
  await page.locator("[data-search-open]").click();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe("/");
});
