import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../test/lib/browser.ts";
import { syntheticPages, wordToFind, writeSite } from "./search-pages.ts";
import { writeMiniSearch } from "./search-peers.ts";
import { CPU, LINE, serveShaped, type Transfer } from "./shaped-server.ts";

// Search as a reader with a slow line and a slow machine has it: 1.6 Mbit/s, 150 ms, a CPU four times slower (page thread
// only: Chromium does not slow workers down). Time runs from the first keystroke to the first result in the page.
const RUNS = 5;
const OUT = resolve(".build/bench-search");

/** How a reader comes to search. */
type Start = "focus half a second before" | "cold" | "dialog by /, half a second before";

/** One measured search. Bytes are those on the line: of search alone, and with the interface's own code. */
export interface Row {
  what: string;
  start: Start;
  milliseconds: number;
  bytes: number;
  withInterface: number;
  /** Of a second query, which shares nothing with the first. */
  next: number;
  requests: number;
}

/** Code of this site that shows results; everything else that search loads is engine, index and spellings. */
const INTERFACE = /\/assets\/(?:search|page|dom|index|Page)\.[^/]*\.js|\/search\/$/;

/** Compares this site and synthetic ones with the peers. Throws if the site has not been built. */
export async function run(): Promise<Row[]> {
  const site = resolve(process.env.DIST_DIR ?? "dist");
  if (!existsSync(`${site}/pagefind`))
    throw new Error(`there is no index in ${site}: run \`npm run build\` first`);
  const browser = await launchChromium();
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    console.log(line(row));
  };
  console.log(HEAD);
  for (const start of ["focus half a second before", "cold", "dialog by /, half a second before"] as const)
    for (const [query, next] of [
      ["rafale", "territory"],
      ["frozen assets", "Yermak"],
    ] as const)
      add(await measure(browser, site, `this site, “${query}”`, start, query, next));
  for (const count of [100, 1_000, 10_000]) {
    const pages = syntheticPages(count);
    const [query, next] = [wordToFind(pages), wordToFind(pages.slice(count / 2))];
    const root = `${OUT}/${count}`;
    await writeSite(pages, site, root);
    for (const start of ["focus half a second before", "cold"] as const)
      add(await measure(browser, root, `${count.toLocaleString("en")} pages`, start, query, next));
    // Ten thousand would be some nine megabytes, a minute on this line.
    if (count > 1_000) continue;
    writeMiniSearch(pages, `${OUT}/MiniSearch-${count}`);
    add(
      await measure(
        browser,
        `${OUT}/MiniSearch-${count}`,
        `${count.toLocaleString("en")} pages, MiniSearch`,
        "cold",
        query,
        next,
      ),
    );
  }
  await browser.close();
  return rows;
}

/** The median of several readers' first searches, each with an empty cache. */
async function measure(...reader: Parameters<typeof once>): Promise<Row> {
  const all: Row[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await once(...reader));
  return all.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(RUNS / 2)]!;
}

async function once(
  browser: Browser,
  root: string,
  what: string,
  start: Start,
  query: string,
  next: string,
): Promise<Row> {
  const { origin, transfers, close } = await serveShaped(root, LINE);
  const context = await browser.newContext();
  const page = await context.newPage();
  const dialog = start.startsWith("dialog");
  await page.goto(`${origin}${dialog ? "/drafts/us-28/" : "/search/"}`, { waitUntil: "networkidle" });
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: CPU });
  transfers.length = 0;
  if (dialog) await page.keyboard.press("/");
  else if (start !== "cold") await page.locator("#search-page input").focus();
  if (start !== "cold") await page.waitForTimeout(500);
  if (dialog) await page.locator("dialog input").waitFor();
  const milliseconds = await type(page, dialog ? "dialog" : "#search-page", query);
  const first = [...transfers];
  await page.waitForTimeout(500);
  transfers.length = 0;
  await type(page, dialog ? "dialog" : "#search-page", next);
  const bytes = (list: readonly Transfer[]) =>
    list.filter(({ path }) => path !== "/favicon.svg").reduce((sum, transfer) => sum + transfer.bytes, 0);
  const row: Row = {
    what,
    start,
    milliseconds,
    bytes: bytes(first.filter(({ path }) => !INTERFACE.test(path))),
    withInterface: bytes(first),
    next: bytes(transfers),
    requests: first.length,
  };
  await context.close();
  close();
  return row;
}

/** Types into the field, a letter every 60 ms; milliseconds from the first letter to the first new result. */
function type(page: Page, within: string, query: string): Promise<number> {
  return page.evaluate(
    async ([scope, text]) => {
      const place = document.querySelector<HTMLElement>(scope!)!;
      const input = place.querySelector("input")!;
      const before = new Set(place.querySelectorAll(".result"));
      input.focus();
      const from = performance.now();
      const shown = new Promise<number>((resolve, reject) => {
        const look = new MutationObserver(() => {
          if (
            [...place.querySelectorAll(".result")].some((result) => !before.has(result)) &&
            input.value === text
          )
            done();
        });
        const done = () => {
          look.disconnect();
          resolve(performance.now() - from);
        };
        look.observe(place, { subtree: true, childList: true });
        setTimeout(() => reject(new Error(`no result for ${text} within a minute`)), 60_000);
      });
      for (let i = 1; i <= text!.length; i++) {
        input.value = text!.slice(0, i);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        if (i < text!.length) await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return shown;
    },
    [within, query],
  );
}

const HEAD = `${"".padEnd(28)}${"start".padEnd(36)}${"ms".padStart(7)}${"KB".padStart(9)}${"with UI".padStart(9)}${"next".padStart(8)}${"requests".padStart(10)}`;

function line({ what, start, milliseconds, bytes, withInterface, next, requests }: Row): string {
  const kilobytes = (value: number) => (value / 1000).toFixed(1);
  return `${what.padEnd(28)}${start.padEnd(36)}${milliseconds.toFixed(0).padStart(7)}${kilobytes(bytes).padStart(9)}${kilobytes(withInterface).padStart(9)}${kilobytes(next).padStart(8)}${String(requests).padStart(10)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run();
