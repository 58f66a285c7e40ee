import { readdirSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { useSite } from "../../lib/browser.ts";

export const CHARTS = readdirSync("content/charts").map((file) => file.replace(".yaml", ""));
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };
export const MATRIX = "/charts/drafts-by-theme/";

export const site = useSite();

/** A page in a window of its own; every error of it, and every message that it logs as one, ends up in `errors`. */
export async function open(
  path: string,
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<unknown>,
) {
  const context = await site.browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await before?.(page);
  await page.goto(site.origin + path);
  return { page, errors, context };
}

export const hits = (page: Page) => page.locator(".drawing:visible .hits rect");
export const tip = (page: Page) => page.locator(".tip:popover-open");
export const scriptOf = (page: Page) =>
  page.evaluate(async () => {
    const addresses = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].map(
      (script) => script.src,
    );
    const texts = await Promise.all(addresses.map(async (src) => (await fetch(src)).text()));
    return texts.filter((text) => text.includes("chart-figure"));
  });
