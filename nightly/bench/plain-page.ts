import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";

/** Writes the main part of a page, as its server sent it, into `folder` as plain HTML: no style, no script. */
export async function writePlain(browser: Browser, url: string, folder: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const main = await page.locator("main").evaluate((main) => {
    for (const tag of main.querySelectorAll("script, link")) tag.remove();
    return main.outerHTML;
  });
  await context.close();
  mkdirSync(folder);
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title><link rel="icon" href="data:,">';
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><head>${head}</head><body>${main}</body></html>`,
  );
}
