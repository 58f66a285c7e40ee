import { expect, it } from "vitest";
import { parameter, status, useSearch } from "./searching.ts";

const site = useSearch();

it("the search page finds the theme first for “frozen assets”, and opens it", async () => {
  const page = await site.open("/search/?q=frozen%20assets");
  const first = page.locator("#search-page .result a").first();
  expect(await first.innerText()).toBe("Frozen assets and reconstruction");
  expect(await page.locator("#search-page .search-status").innerText()).toMatch(/^\d+ results/);
  await first.click();
  await page.waitForURL(/\/plan\/themes\/frozen-assets-reconstruction\//);
});

it("the address keeps query, filters and order; back undoes a choice, then leaves, and forward brings all again", async () => {
  const page = await site.open("/about/");
  await page.goto(`${site.origin}/search/`);
  await page.locator("#query").pressSequentially("Yermak", { delay: 120 });
  await status(page, "for “Yermak”");
  expect(parameter(page, "q")).toBe("Yermak");
  await page.getByRole("button", { name: /^Event/ }).click();
  await status(page, "in Event");
  await page.getByLabel("Year").selectOption("2026");
  await status(page, "in Event, 2026");
  await page.getByLabel("Sort by").selectOption("date");
  await page.waitForURL(/sort=date/);
  await page.locator(".result__meta").first().waitFor();
  const years = await page.locator(".result__meta").allInnerTexts();
  expect(years.every((meta) => /^Event · .*2026$/.test(meta))).toBe(true);
  await page.goBack();
  await page.goBack();
  await status(page, /in Event$/);
  await page.goBack();
  await status(page, /for “Yermak”$/);
  expect(parameter(page, "kind")).toBeNull();
  await page.goBack();
  await page.waitForURL(/\/about\//);
  await page.goForward();
  await status(page, "for “Yermak”");
  expect(await page.locator("#query").inputValue()).toBe("Yermak");
});

it("by date, the latest comes first and nothing is lost", async () => {
  const page = await site.open("/search/?q=ceasefire");
  await status(page, "results");
  const count = await page.locator(".search-status").innerText();
  await page.getByLabel("Sort by").selectOption("date");
  await page.waitForURL(/sort=date/);
  await expect
    .poll(() => page.locator(".result__meta").first().innerText(), { timeout: 15_000 })
    .toMatch(/2026/);
  expect(await page.locator(".search-status").innerText()).toBe(count);
});

it("sources are found when they are asked for, at their place in the list", async () => {
  const page = await site.open("/search/?q=Axios");
  await page.getByRole("button", { name: "Sources" }).click();
  await status(page, "in Source");
  await page.locator(".result a").first().click();
  await page.waitForURL(/\/sources\/[a-z]\/\?highlight=Axios#.+/);
});

it("what is not there is said to be not there, with a way on", async () => {
  const page = await site.open("/search/?q=xyzzyqwrt");
  await status(page, "Nothing found for “xyzzyqwrt”");
  expect(await page.locator("#search-page .result").count()).toBe(0);
  expect(await page.locator(".search-status a").count()).toBe(3);
  expect(await page.locator("#a-to-z").isVisible()).toBe(true);
  await page.goto(`${site.origin}/search/?q=Xermk`);
  await page.getByRole("button", { name: "Yermak" }).click();
  await status(page, "for “Yermak”");
  await page.goto(`${site.origin}/search/?q=Rafale&kind=Draft&year=2014`);
  await page.getByRole("button", { name: /without the filter/ }).click();
  await status(page, /results for “Rafale”$/);
});

it("an index that does not come is said so, and asked for again", async () => {
  const page = await site.browser.newPage();
  await page.route(/pagefind\.js/, (route) => route.abort());
  await page.goto(`${site.origin}/search/?q=Rafale`);
  await status(page, "could not be loaded");
  expect(await page.locator("#a-to-z").isVisible()).toBe(true);
  await page.unroute(/pagefind\.js/);
  await page.getByRole("button", { name: "Try again" }).click();
  await status(page, "results for “Rafale”");
});

it("without script the form and the list from A to Z are there", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/search/?q=Rafale`);
  expect(await page.locator("#a-to-z a").count()).toBeGreaterThan(100);
  expect(await page.locator(".search-choices").isVisible()).toBe(false);
  await page.goto(site.origin);
  await page.locator("[data-search-open]").click();
  await page.waitForURL(/\/search\//);
});
