import type { Page } from "playwright-core";
import { useSite } from "../lib/browser.ts";

/** Chromium and the built site for the tests of a file, and a way to open a page of it. */
export function useSearch(): ReturnType<typeof useSite> & { open(path: string): Promise<Page> } {
  const site = useSite();
  return Object.assign(site, {
    async open(path: string) {
      const page = await site.browser.newPage();
      await page.goto(site.origin + path);
      return page;
    },
  });
}

/** Resolves when the line over the results says so. */
export const status = (page: Page, text: string | RegExp) =>
  page.locator(".search-status", { hasText: text }).waitFor();

/** What the address asks for. */
export const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** The words that are marked on the page, in order. */
export const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get("search") ?? [])].map((range) => (range as Range).toString()));
