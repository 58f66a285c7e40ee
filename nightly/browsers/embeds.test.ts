import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { charts, embedOf, embeds, ledger } from "../../src/content/content.ts";
import { elementCode, frameElement } from "../../src/embed/codes.ts";
import { embedFacts } from "../../src/embed/embed.ts";
import { lookInside } from "../../test/lib/host.ts";
import { inEachEngine } from "./engines.ts";

/** Three charts and a clause. */
const IDS = [...charts.slice(0, 3), embeds.find(({ what }) => what === "clause")!].map(({ id }) => id);
const WIDTHS = [320, 560, 900];

/** A page of another site than the embeds': `localhost`, while they are at 127.0.0.1. */
let host: Server;
let article = "";
beforeAll(async () => {
  host = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(article),
  );
  await once(host.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => host.close());

inEachEngine("embeds in a page of another site", (reader) => {
  async function openArticle(html: string): Promise<void> {
    article = `<!doctype html><body style="margin:0">${html}`;
    await reader().open(`http://localhost:${(host.address() as { port: number }).port}/article`);
  }
  /** Waits for the frame with this place to have its drawing, in view, and looks at it from inside and from outside. */
  async function look(index: number) {
    await reader().see((index) => {
      const place = document.querySelectorAll("iframe, draft-chart")[index]!;
      place.scrollIntoView();
    }, index);
    await expect
      .poll(
        () =>
          reader()
            .seeInFrame(index, () => document.querySelector(".credit") !== null)
            .catch(() => false),
        { timeout: 15_000 },
      )
      .toBe(true);
    const outside = () =>
      reader().see(
        (index) => document.querySelectorAll("iframe, draft-chart")[index]!.getBoundingClientRect().height,
        index,
      );
    const inside = () => reader().seeInFrame(index, lookInside);
    // The element takes its frame's word for the height, which comes when it comes.
    await expect
      .poll(async () => Math.abs((await outside()) - (await inside()).height), { timeout: 10_000 })
      .toBeLessThanOrEqual(3);
    return inside();
  }

  it.each(WIDTHS)("a frame is as high as its drawing, in a column of %i px", async (width) => {
    const site = new URL("/", reader().origin).href;
    await openArticle(
      IDS.map(
        (id) =>
          `<div style="width:${width}px">${frameElement({ ...embedFacts(ledger, embedOf(id)), root: site }, { colours: "auto" })}</div>`,
      ).join(""),
    );
    for (const [index, id] of IDS.entries()) {
      const { width: seen, shown, scrolls, cutOff } = await look(index);
      expect({ id, seen, shown, scrolls, cutOff }).toEqual({
        id,
        seen: width,
        shown: 1,
        scrolls: false,
        cutOff: [],
      });
    }
  });

  it("the element, too", async () => {
    const site = new URL("/", reader().origin).href;
    await openArticle(
      `<div style="width:700px">${IDS.slice(0, 3)
        .map((id) =>
          elementCode({ ...embedFacts(ledger, embedOf(id)), root: site }, { colours: "auto", width: 600 }),
        )
        .join("")}</div>`,
    );
    await expect
      .poll(() => reader().see(() => customElements.get("draft-chart") !== undefined), { timeout: 10_000 })
      .toBe(true);
    for (const index of [0, 1, 2]) {
      const { shown, scrolls } = await look(index);
      expect({ shown, scrolls }).toEqual({ shown: 1, scrolls: false });
    }
  });

  it("bold words are bold, whatever typefaces there are", async () => {
    const site = new URL("/", reader().origin).href;
    await openArticle(
      frameElement({ ...embedFacts(ledger, embedOf(IDS[0]!)), root: site }, { colours: "auto" }),
    );
    await look(0);
    const widths = await reader().seeInFrame(0, () =>
      [...document.querySelectorAll<SVGTextElement>("svg text")]
        // Two digits may be as wide as plain ones, in whole pixels; a bold face is scaled down at least as much as the plain one.
        .filter(
          (text) =>
            text.textContent.length > 9 &&
            text.getBoundingClientRect().width > 0 &&
            Number(getComputedStyle(text).fontWeight) >= 600,
        )
        .map((text) => {
          const bold = text.getComputedTextLength();
          text.style.fontWeight = "400";
          const plain = text.getComputedTextLength();
          text.style.fontWeight = "";
          return { words: text.textContent, wider: bold / plain };
        }),
    );
    expect(widths.length).toBeGreaterThan(0);
    expect(widths.filter(({ wider }) => wider <= 1)).toEqual([]);
  });
});
