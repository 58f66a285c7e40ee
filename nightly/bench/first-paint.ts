import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../test/lib/browser.ts";
import { SITE } from "./lines-data.ts";
import { writePlain } from "./plain-page.ts";
import { CPU, LINE, serveShaped } from "./shaped-server.ts";
import { median, type Table } from "./table.ts";

const ROUNDS = 7;
const OUT = resolve(".build/bench-paint");
const PAGES = ["plan", "corruption"];
const PHONE = { width: 360, height: 740 };

/** Time until an explainer paints first on a phone, beside plain HTML of the same words. */
export async function run(): Promise<Table[]> {
  const browser = await launchChromium();
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
    await browser.close();
  }
  return [
    {
      title: "An explainer until it is first painted on a phone",
      note: `First contentful paint at ${PHONE.width} × ${PHONE.height} px, ${(LINE.width * 8) / 1e6} Mbit/s, ${LINE.roundTrip} ms from request to first byte, CPU ${CPU} times slower, nothing cached. Median of ${ROUNDS} interleaved rounds after one to warm up. Plain: the same main part, no style, no script.`,
      columns: ["", "this site, ms", "plain, ms", "× plain"],
      rows: cases.map(({ id, here, plain }) => [
        `\`/${id}/\``,
        Math.round(median(here)),
        Math.round(median(plain)),
        Math.round((median(here) / median(plain)) * 100) / 100,
      ]),
    },
  ];
}

async function timeToPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.goto(url, { waitUntil: "commit" });
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    return (await paint.jsonValue())!;
  } finally {
    await context.close();
  }
}
