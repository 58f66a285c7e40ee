import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { launchChromium, serveSite } from "../browser/chromium.ts";

const facts = parse(readFileSync("test/search/seed.yaml", "utf8")) as { fact: string; query: string; page: string }[];

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

it.each(facts)("$fact: found by search, with a receipt", async ({ query, page: path }) => {
  const page = await browser.newPage();
  await page.goto(`${origin}/search/?q=${encodeURIComponent(query)}`);
  await page.locator("#search-page .search-status", { hasText: /result|Nothing/ }).waitFor();
  const found = await page
    .locator("#search-page .result__title a")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(found.slice(0, 3)).toContain(path);
  await page.goto(origin + path);
  expect(await page.locator(`main a[href^="/sources/#"]`).count()).toBeGreaterThan(0);
});
