import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, it, test } from "vitest";
import { useSite } from "./chromium.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const site = useSite();

async function open(path: string): Promise<Page> {
  const page = await site.browser.newPage();
  await page.goto(site.origin + path);
  return page;
}
const status = (page: Page, text: string | RegExp) => page.locator(".search-status", { hasText: text }).waitFor();
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map((range) => (range as Range).toString()));

it("the search page finds the theme first for “frozen assets”, and opens it", async () => {
  const page = await open("/search/?q=frozen%20assets");
  const first = page.locator("#search-page .result a").first();
  expect(await first.innerText()).toBe("Frozen assets and reconstruction");
  expect(await page.locator("#search-page .search-status").innerText()).toMatch(/^\d+ results/);
  await first.click();
  await page.waitForURL(/\/plan\/themes\/frozen-assets-reconstruction\//);
});

it("nothing of search is loaded before it is wanted; all of it at the first sign", async () => {
  const page = await site.browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const ofSearch = () => requests.filter((path) => /pagefind|search-|spellings/.test(path) && !/search-open/.test(path));
  await page.goto(`${site.origin}/plan/drafts/us-28/`, { waitUntil: "networkidle" });
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
  const page = await open("/plan/drafts/us-28/");
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
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(
      true,
    );
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
  const page = await open("/");
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
  const page = await open("/");
  await page.locator("[data-search-open]").click();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe("/");
});

it("the address keeps query, filters and order; back undoes a choice, then leaves, and forward brings all again", async () => {
  const page = await open("/about/");
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
  const page = await open("/search/?q=ceasefire");
  await status(page, "results");
  const count = await page.locator(".search-status").innerText();
  await page.getByLabel("Sort by").selectOption("date");
  await page.waitForURL(/sort=date/);
  await expect.poll(() => page.locator(".result__meta").first().innerText(), { timeout: 15_000 }).toMatch(/2026/);
  expect(await page.locator(".search-status").innerText()).toBe(count);
});

it("sources are found when they are asked for, at their place in the list", async () => {
  const page = await open("/search/?q=Axios");
  await page.getByRole("button", { name: "Sources" }).click();
  await status(page, "in Source");
  await page.locator(".result a").first().click();
  await page.waitForURL(/\/sources\/[a-z]\/\?highlight=Axios#.+/);
});

it("a point opens at its place in the draft, with what was searched for marked there", async () => {
  const page = await open("/search/?q=Kinburn");
  await page.locator(".result a", { hasText: "Point 16" }).click();
  await page.waitForURL(/#point-16$/);
  await expect.poll(() => marked(page), { timeout: 15_000 }).toContain("Kinburn");
  // The site scrolls smoothly.
  const inView = () => page.locator("#point-16").evaluate((point) => point.getBoundingClientRect().top < innerHeight);
  await expect.poll(inView, { timeout: 15_000 }).toBe(true);
  expect(await page.locator("link[rel=canonical]").getAttribute("href")).not.toContain("highlight");
});

it("marks leave scripts, drawings and the page itself as they are, and take in other spellings of a name", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/people/zelensky/`);
  const before = await page.locator("main").innerHTML();
  await page.goto(`${site.origin}/people/zelensky/?highlight=Zelenskyy`);
  await page.locator(".found-note").waitFor();
  expect(await page.locator("main").innerHTML()).toBe(before);
  const words = new Set((await marked(page)).map((word) => word.toLowerCase()));
  expect([...words]).toContain("zelenskyy");
  await page.goto(`${site.origin}/charts/fighter-pledges/?highlight=Rafale`);
  await page.locator(".found-note").waitFor();
  const inDrawing = await page.evaluate(() =>
    [...CSS.highlights.get("search")!].some((range) => (range as Range).startContainer.parentElement?.closest("svg")),
  );
  expect(inDrawing).toBe(false);
});

it("what is asked is shown as text, in the results and on the page", async () => {
  const hostile = '<img src=x onerror="document.title=1">';
  const page = await open(`/search/?q=${encodeURIComponent(`${hostile} Yermak`)}`);
  await status(page, /result|Nothing|No page/);
  expect(await page.locator("#search-page img").count()).toBe(0);
  await page.goto(`${site.origin}/people/yermak/?highlight=${encodeURIComponent(`Yermak ${hostile}`)}`);
  await page.locator(".found-note").waitFor();
  expect(await page.locator(".found-note img").count()).toBe(0);
  expect(await page.locator(".found-note").innerText()).toContain("<img");
});

it("what is not there is said to be not there, with a way on", async () => {
  const page = await open("/search/?q=xyzzyqwrt");
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

test.each([
  [360, "light"],
  [360, "dark"],
  [1440, "light"],
  [1440, "dark"],
] as const)("axe finds nothing on dialog, search page and marked page at %i px, %s", async (width, colorScheme) => {
  const page = await site.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const violations = async (where: string) => {
    await page.evaluate(AXE);
    const { violations: found } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
    expect(found.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]!.target.join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await page.goto(`${site.origin}/plan/`);
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Energoatom");
  await page.locator("dialog .result").first().waitFor();
  await violations("dialog");
  await page.goto(`${site.origin}/search/?q=frozen%20assets&kind=Event`);
  await status(page, "in Event");
  await violations("search page");
  await page.goto(`${site.origin}/search/?q=xyzzyqwrt`);
  await status(page, "Nothing");
  await violations("nothing found");
  await page.goto(`${site.origin}/plan/drafts/us-28/?highlight=NATO`);
  await page.locator(".found-note").waitFor();
  await violations("marked page");
});
