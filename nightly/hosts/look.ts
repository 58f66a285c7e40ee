import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import type { Table } from "../bench/table.ts";
import { SITE } from "./site.ts";

/** Widths of the windows in which an article is read, px. */
const WINDOWS = [320, 480, 640, 900] as const;

/** A mark that is a link, in the drawing that stands. */
export const MARK = ".drawing:visible .hits a rect";

/** A frame in an article: its height, that of what is in it, and its width, px. */
interface Seen {
  outside: number;
  inside: number;
  width: number;
}

/** A row of the table of what was seen: the way, who pasted it, what, and a cell for each window. */
export type Row = readonly [way: string, who: string, what: string, ...cells: string[]];

/** What was seen, as a table of docs/measurements.md. */
export function tableOf(rows: readonly Row[]): Table {
  return {
    title: "What a reader gets",
    note: "Paper left below the chart, px (width of the frame) in windows of these widths. “Cut” is a frame lower than what is in it, which scrolls.",
    columns: ["way", "pasted by or as", "what", ...WINDOWS.map((width) => `${width} px`), "links"],
    rows: rows.map((row) => [...row]),
  };
}

/** The same cell for each window, of what does not depend on it. */
export function everywhere(word: string): string[] {
  return WINDOWS.map(() => word);
}

/** The frame with an embed in an article, once it shows. */
export async function frameOf(page: Page, id: string): Promise<Frame> {
  // WordPress hides the frame of an address until that tells its height.
  const element = page.locator(`iframe[src^="${SITE}/embed/${id}/"]`);
  await element.waitFor();
  await element.scrollIntoViewIfNeeded();
  const frame = (await (await element.elementHandle())!.contentFrame())!;
  await frame.waitForSelector(".credit");
  return frame;
}

/** Opens an article in each window and gives what is seen of the embed in it, once that stands still. */
export async function heights(page: Page, article: string, id: string): Promise<Seen[]> {
  const all: Seen[] = [];
  for (const width of WINDOWS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(article);
    const frame = await frameOf(page, id);
    const look = async (): Promise<Seen> => {
      const box = (await (await frame.frameElement()).boundingBox())!;
      const inside = await frame.evaluate(() => document.body.getBoundingClientRect().height);
      return { outside: box.height, inside, width: box.width };
    };
    let last = "";
    await expect
      .poll(
        async () => last === (last = JSON.stringify(await look())) && page.evaluate("document.readyState"),
        { interval: 300 },
      )
      .toBe("complete");
    all.push(await look());
  }
  return all;
}

/** Paper below what is in a frame, px; below zero if that is cut off. */
export function gap({ outside, inside }: Seen): number {
  return Math.round((outside - inside) * 10) / 10;
}

/** What a cell of the table says of it. */
export function cell(seen: Seen): string {
  const width = `(${Math.round(seen.width)})`;
  return gap(seen) < 0
    ? `cut at ${Math.round(seen.outside)} of ${Math.ceil(seen.inside)} ${width}`
    : `${Math.round(gap(seen))} ${width}`;
}

/** Clicks something in a frame and gives the address that this opens, in a tab of its own or in the article's place. */
export async function follow(page: Page, frame: Frame, selector: string): Promise<string> {
  const opened = Promise.race([
    page.waitForEvent("popup").then(async (tab) => {
      await tab.waitForURL(/^http/);
      const address = tab.url();
      await tab.close();
      return address;
    }),
    page.waitForURL((url) => url.origin === SITE).then(() => page.url()),
  ]);
  // What a mark links to lies over the drawing and has no fill. Anything else waits until it stands still and lies on top.
  await frame
    .locator(selector)
    .first()
    .click({ force: selector === MARK });
  return opened;
}
