import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { useSite } from "../lib/browser.ts";

const facts = parse(readFileSync("content/search/seed.yaml", "utf8")) as {
  fact: string;
  query: string;
  page: string;
}[];

const site = useSite();

it.each(facts)("$fact: found by search, with a receipt", async ({ query, page: path }) => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent(query)}`);
  await page.locator("#search-page .search-status", { hasText: /result|Nothing/ }).waitFor();
  const found = await page
    .locator("#search-page .result__title a")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(found.slice(0, 3)).toContain(path);
  await page.goto(site.origin + path);
  expect(await page.locator(`main :is(a[href^="/sources/"], a[href^="http"])`).count()).toBeGreaterThan(0);
});
