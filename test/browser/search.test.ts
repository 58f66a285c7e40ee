import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, serveSite } from "./chromium.ts";

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  [browser, { server, origin }] = await Promise.all([launchChromium(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it("the search page finds the theme first for “frozen assets”, and opens it", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/?q=frozen%20assets`);
  const first = page.locator("#search-page .result a").first();
  expect(await first.innerText()).toBe("Frozen assets and reconstruction");
  expect(await page.locator("#search-page .search-status").innerText()).toMatch(/^\d+ results/);
  await first.click();
  await page.waitForURL(/\/plan\/themes\/frozen-assets-reconstruction\//);
});

it("nothing of search is loaded before it is wanted; `/` opens the dialog, Escape gives the focus back", async () => {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${origin}/plan/drafts/us-28/`, { waitUntil: "networkidle" });
  expect(requests.filter((path) => /pagefind|search-dialog|spellings/.test(path))).toEqual([]);
  await page.locator(".brand").focus();
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("rafale");
  await page.locator("dialog .result").first().waitFor();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.closest(".result") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("brand");
});

it("Ctrl-K and the button open the dialog too", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.locator("[data-search-open]").click();
  await page.getByRole("dialog").waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
});

it("the address keeps the query, and the back button brings the results again", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/`);
  await page.locator("#query").fill("Witkoff");
  await page.locator("#search-page .result a").first().waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("Witkoff");
  await page.locator("#search-page .result a").first().click();
  await page.waitForURL((url) => url.pathname !== "/search/");
  await page.goBack();
  await page.locator("#search-page .result a").first().waitFor();
  expect(await page.locator("#query").inputValue()).toBe("Witkoff");
});

it("what is not there is said to be not there, with a way on", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/?q=xyzzyqwrt`);
  await page.locator("#search-page .search-status", { hasText: "Nothing found" }).waitFor();
  expect(await page.locator("#search-page .result").count()).toBe(0);
});
