import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embedOf } from "../../../src/content.ts";
import { iframeSnippet, THEMES } from "../../../src/embed/snippets.ts";
import { lookInside, type Stage, startStage } from "./host.ts";

const chart = embedOf("army-cap");
/** The two colours of the paper, as the tokens have them. */
const [, light, dark] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(
  readFileSync("src/styles/tokens.css", "utf8"),
)!;

let stage: Stage;
beforeAll(async () => (stage = await startStage()));
afterAll(() => stage.close());

/** Colour of one pixel of what the page looks like. */
async function pixel(page: Page, x: number, y: number): Promise<string> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  // One pixel: a filter byte that changes nothing, then its channels.
  const data = inflateSync(Buffer.concat(parts));
  return `#${data.subarray(1, 4).toString("hex")}`;
}

describe.for(["light", "dark"] as const)("where the reader prefers %s", (system) => {
  it.for(["light", "dark", "light dark"])(
    "an embed in a host of color-scheme %s has the paper of its theme to its corners",
    async (host) => {
      const frames = THEMES.map((theme) => iframeSnippet(chart, stage.site, theme));
      const page = await stage.open(
        `<html style="color-scheme:${host};background:#0a0"><body style="margin:0">${frames.join("")}`,
        {
          colorScheme: system,
        },
      );
      for (const [i, theme] of THEMES.entries()) {
        const handle = (await page.locator("iframe").nth(i).elementHandle())!;
        await handle.scrollIntoViewIfNeeded();
        const frame = (await handle.contentFrame())!;
        await frame.waitForSelector(".foot");
        const wanted = theme === "auto" ? system : theme;
        expect((await frame.evaluate(lookInside)).scheme, theme).toBe(wanted);
        await handle.evaluate((element) => element.scrollIntoView());
        const box = (await handle.boundingBox())!;
        for (const [x, y] of [
          [1, 1],
          [box.width - 2, 1],
          [1, Math.min(box.height, 890 - box.y) - 3],
        ] as const)
          expect(await pixel(page, box.x + x, box.y + y), `${theme} at ${x}, ${y}`).toBe(
            wanted === "dark" ? dark : light,
          );
      }
      await page.context().close();
    },
  );
});

it("a theme holds where the frame's script is off", async () => {
  const frames = THEMES.map((theme) =>
    iframeSnippet(chart, stage.site, theme).replace("<iframe ", '<iframe sandbox="" '),
  );
  const page = await stage.open(frames.join(""), { colorScheme: "light", javaScriptEnabled: false });
  const schemes = await Promise.all(
    page
      .frames()
      .slice(1)
      .map(async (frame) => (await frame.evaluate(lookInside)).scheme),
  );
  expect(schemes).toEqual(["light", "light", "dark"]);
  await page.context().close();
});

it("`lang`, other parameters and other values change nothing", async () => {
  const page = await stage.open(
    `<iframe src="${stage.site}embed/army-cap/?theme=red&lang=fr&x=1#y"></iframe>`,
    { colorScheme: "dark" },
  );
  const frame = page.frames()[1]!;
  expect(
    await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
  ).toEqual(["en", undefined]);
  expect((await frame.evaluate(lookInside)).scheme).toBe("dark");
  await page.context().close();
});
