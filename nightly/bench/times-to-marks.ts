import type { Browser } from "playwright-core";
import { CPU } from "./shaped-server.ts";

/**
 * Opens a page with an empty cache on a slow machine and measures until the first element of each selector is laid out:
 * milliseconds since the page was asked for, in the order of the selectors.
 */
export async function timesToMarks(
  browser: Browser,
  url: string,
  selectors: readonly string[],
): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 760, height: 560 } });
  try {
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.addInitScript((selectors) => {
      const found: (number | undefined)[] = selectors.map(() => undefined);
      const look = () => {
        selectors.forEach((selector, i) => {
          const mark = found[i] === undefined && document.querySelector(selector);
          // The frame after the one in which it was found has it on the screen.
          if (mark && mark.getClientRects().length > 0)
            requestAnimationFrame(() => (found[i] ??= performance.now()));
        });
        if (found.every((time) => time !== undefined)) (window as { marksAt?: unknown }).marksAt = found;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, selectors);
    await page.goto(url, { waitUntil: "commit" });
    const handle = await page.waitForFunction(() => (window as { marksAt?: number[] }).marksAt, undefined, {
      timeout: 60_000,
    });
    return (await handle.jsonValue()) as number[];
  } finally {
    await context.close();
  }
}
