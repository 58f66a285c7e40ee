import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../test/lib/browser.ts";
import { EXAMPLES } from "../../test/lib/examples.ts";
import { serveFolder } from "../../test/lib/static-server.ts";
import { withoutBase } from "../../src/routes.ts";
import { SITE } from "./lines-data.ts";
import { writePlain } from "./plain-page.ts";
import { CPU, LINE, serveShaped } from "./shaped-server.ts";
import { median, type Table } from "./table.ts";

const ROUNDS = 7;
const OUT = resolve(".build/bench-paint");
const PAGES = ["plan", "corruption"];
const PHONE = { width: 360, height: 740 };
/** Milliseconds in which a new tab comes to rest. */
const REST_MS = 150;

/** Widths at which a page of each kind is visited first. */
const WIDTHS = [PHONE.width, 1440];
/** What is set in each face, on all of these pages. */
const FACES = { ".brand": "Source Serif 4", ".site-footer li": "Source Sans 3" };

export async function run(): Promise<Table[]> {
  const browser = await launchChromium();
  try {
    return [await onSlowLine(browser), await onFastLine(browser)];
  } finally {
    await browser.close();
  }
}

/** Time until an explainer paints first on a phone, beside plain HTML of the same words. */
async function onSlowLine(browser: Browser): Promise<Table> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const name of readdirSync(SITE)) symlinkSync(resolve(SITE, name), join(OUT, name));
  const { origin, close } = await serveShaped(OUT, LINE);
  const cases = PAGES.map((id) => ({ id, here: [] as number[], plain: [] as number[] }));
  try {
    for (const id of PAGES) await writePlain(browser, `${origin}/${id}/`, join(OUT, `plain-${id}`));
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { id, here, plain } of cases) {
        const times = [
          await timeToPaint(browser, `${origin}/${id}/`),
          await timeToPaint(browser, `${origin}/plain-${id}/`),
        ];
        if (round === 0) continue;
        here.push(times[0]!);
        plain.push(times[1]!);
      }
    }
  } finally {
    close();
  }
  return {
    title: "An explainer until it is first painted on a phone",
    note: `First contentful paint at ${PHONE.width} × ${PHONE.height} px, ${(LINE.width * 8) / 1e6} Mbit/s, ${LINE.roundTrip} ms from request to first byte, CPU ${CPU} times slower, nothing cached, in a tab at rest in which no script of the measurement runs before. Median of ${ROUNDS} interleaved rounds after one to warm up. Plain: the same main part, no style, no script.`,
    columns: ["", "this site, ms", "plain, ms", "× plain"],
    rows: cases.map(({ id, here, plain }) => [
      `\`/${id}/\``,
      Math.round(median(here)),
      Math.round(median(plain)),
      Math.round((median(here) / median(plain)) * 100) / 100,
    ]),
  };
}

/** First visits, without delay, that show both faces, and what shifts in them. */
async function onFastLine(browser: Browser): Promise<Table> {
  const { server, port } = await serveFolder(SITE, 0);
  const rows: Table["rows"] = [];
  try {
    for (const { path } of EXAMPLES.filter(({ path }) => !path.includes("/embed/"))) {
      const visits = [];
      for (const width of WIDTHS)
        visits.push(await visitOnce(browser, `http://127.0.0.1:${port}${path}`, width));
      const both = visits.filter(({ both }) => both).length;
      const shift = visits.reduce((sum, visit) => sum + visit.shift, 0);
      rows.push([`\`${withoutBase(path)}\``, both, visits.length, Math.round(shift * 1e4) / 1e4]);
    }
  } finally {
    server.close();
  }
  return {
    title: "First visits on a fast line that show the faces of the design",
    note: `The fullest page of each kind on loopback, nothing cached, ${WIDTHS.join(" and ")} px wide: visits whose text was drawn in both faces, and the layout shift of all of them together.`,
    columns: ["", "with both faces", "visits", "layout shift"],
    rows,
  };
}

async function visitOnce(browser: Browser, url: string, width: number) {
  const context = await browser.newContext({ viewport: { width, height: PHONE.height } });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "load" });
    const shift = await page.evaluate(async () => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += value;
      }).observe({ type: "layout-shift", buffered: true });
      await new Promise((done) => globalThis.setTimeout(done, 100));
      return sum;
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    let both = true;
    for (const [selector, family] of Object.entries(FACES)) {
      const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
      both &&= fonts.some(({ familyName, isCustomFont }) => isCustomFont && familyName.startsWith(family));
    }
    return { shift, both };
  } finally {
    await context.close();
  }
}

async function timeToPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await devtools.send("Page.enable");
    await devtools.send("Page.setLifecycleEventsEnabled", { enabled: true });
    await setTimeout(REST_MS);
    // A function that asks the page whether it is painted would hold up the paint that it waits for.
    const painted = new Promise<void>((done) =>
      devtools.on("Page.lifecycleEvent", ({ name }) => name === "firstContentfulPaint" && done()),
    );
    await page.goto(url, { waitUntil: "commit" });
    await painted;
    return await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime);
  } finally {
    await context.close();
  }
}
