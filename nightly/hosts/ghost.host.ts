import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embedOf, ledger } from "../../src/content/content.ts";
import {
  type Choices,
  elementCode,
  frameCode,
  oEmbedAddress,
  pictureCode,
  shortFrameCode,
} from "../../src/embed/codes.ts";
import { embedFacts } from "../../src/embed/embed.ts";
import { absoluteUrl } from "../../src/routes.ts";
import { getSite } from "../../src/site.ts";
import type { Embeddable } from "../../src/charts/chart.ts";
import { startGhost } from "./ghost/ghost.ts";
import { installedGhost } from "./ghost/install.ts";
import { cell, everywhere, follow, frameOf, gap, heights, MARK } from "./look.ts";
import { onMariaDb } from "./mariadb.ts";
import { SITE } from "./site.ts";
import { useHost } from "./stage.ts";

const EMBEDS = ["army-cap", "clause/army-cap"].map(embedOf);
const [CHART] = EMBEDS as [Embeddable];
const CHOICES: Choices = { colours: "auto", width: 600 };
const ROOT = `${SITE}/`;

const card = (html: string) => ({ type: "html", version: 1, html });

/** HTML that an import is to keep as it is, in Ghost's own marks. */
const kept = (html: string) => `<!--kg-card-begin: html-->${html}<!--kg-card-end: html-->`;

/** Links to a page; Ghost writes its own name behind the address, as `?ref=`. */
const linkTo = (path: string) => `a[href^="${absoluteUrl(path)}"]`;

const root = await installedGhost();
describe.skipIf(root === undefined)("Ghost", () => {
  const stage = useHost(
    "Ghost",
    onMariaDb("ghost", (folder, database) => startGhost(root!, folder, database)),
  );
  let page: Page;
  const newPage = async () => {
    const tab = await stage.browser.newPage();
    // The theme asks for scripts of a public server.
    const foreign = ({ hostname }: URL) => hostname !== "localhost" && hostname !== "127.0.0.1";
    await tab.route(foreign, (route) => route.abort());
    return tab;
  };
  beforeEach(async () => (page = await newPage()));
  afterEach(() => page.close());

  /** Looks at the frame of an article in every window, and follows a mark and the credit, each in a tab of its own. */
  async function tryFrame(way: string, how: string, embed: Embeddable, article: string) {
    const seen = await heights(page, article, embed.id);
    const links: string[] = [];
    for (const selector of [MARK, ".credit a"]) {
      const tab = await newPage();
      await tab.goto(article);
      links.push(await follow(tab, await frameOf(tab, embed.id), selector));
      await tab.close();
    }
    stage.rows.push([way, how, embed.id, ...seen.map(cell), "open"]);
    expect(links).toEqual([expect.stringContaining(ROOT), absoluteUrl(embed.path)]);
    return seen;
  }

  describe.for(EMBEDS)("$id", (embed) => {
    it.for([
      ["frame, exact", frameCode],
      ["script and element", elementCode],
    ] as const)("%s in an HTML card: exact", async ([way, snippet]) => {
      const { url } = await stage.host.publish(card(snippet(embedFacts(ledger, embed), CHOICES)));
      for (const one of await tryFrame(way, "HTML card", embed, url))
        expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
    });

    it.for(["HTML card", "source=html"] as const)("short frame, %s: nothing is cut off", async (how) => {
      const code = shortFrameCode(embedFacts(ledger, embed), CHOICES);
      const { url } = await (how === "HTML card"
        ? stage.host.publish(card(code))
        : stage.host.importHtml(code));
      for (const one of await tryFrame("frame, short", how, embed, url))
        expect(gap(one)).toBeGreaterThanOrEqual(0);
    });

    it.for([
      ["frame, exact", frameCode],
      ["script and element", elementCode],
    ] as const)("%s by source=html, marked as an HTML card: exact", async ([way, snippet]) => {
      const { url } = await stage.host.importHtml(kept(snippet(embedFacts(ledger, embed), CHOICES)));
      for (const one of await tryFrame(way, "source=html, marked", embed, url))
        expect(gap(one)).toSatisfy((px: number) => px >= 0 && px <= 3);
    });

    it("a pasted address: a bookmark with its name, words and picture", async () => {
      const address = oEmbedAddress(embedFacts(ledger, embed));
      const pasted = await stage.host.paste(address);
      const { title, description, thumbnail } = pasted.metadata;
      const { url } = await stage.host.publish({ ...pasted, version: 1 });
      await page.goto(url);
      await page.locator(`.kg-bookmark-card a[href^="${address}"]`).click();
      expect(page.url().split("?")[0]).toBe(address);
      const word = thumbnail ? "bookmark, picture" : "bookmark";
      stage.rows.push(["address", "pasted", embed.id, ...everywhere(word), "open"]);
      expect(pasted.type).toBe("bookmark");
      expect(title).toContain(embed.title);
      expect(description).toBeTruthy();
      expect(thumbnail).toBeTruthy();
    });
  });

  it("the exact frame by source=html: whole without its container, its credit stays", async () => {
    const { url } = await stage.host.importHtml(frameCode(embedFacts(ledger, CHART), CHOICES));
    const seen = await tryFrame("frame, exact", "source=html", CHART, url);
    expect(seen.map(gap)).toSatisfy((gaps: number[]) => gaps.every((px) => px >= 0));
    expect(await page.locator(linkTo(CHART.path)).last().textContent()).toContain(getSite().name);
  });

  it("the element by source=html: its link stays", async () => {
    const facts = embedFacts(ledger, CHART);
    await page.goto((await stage.host.importHtml(elementCode(facts, CHOICES))).url);
    expect(await page.locator("draft-chart").count()).toBe(0);
    expect(await page.locator(linkTo(CHART.path)).first().textContent()).toBe(facts.title);
    stage.rows.push(["script and element", "source=html", CHART.id, ...everywhere("link"), "open"]);
  });

  it.for(["HTML card", "source=html"] as const)(
    "picture, %s: fits the column, with its credit",
    async (how) => {
      const code = pictureCode(embedFacts(ledger, CHART), CHOICES);
      const { url } = await (how === "HTML card"
        ? stage.host.publish(card(code))
        : stage.host.importHtml(code));
      for (const width of [320, 900]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(url);
        const image = page.locator(`img[src="${ROOT}charts/army-cap.png"]`);
        await image.scrollIntoViewIfNeeded();
        const natural = () => image.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth);
        await expect.poll(natural).toSatisfy((px) => px === 1200 || (width === 320 && px === 750));
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways).toBeLessThanOrEqual(0);
      }
      const credits = page.locator(linkTo(CHART.path), { hasText: getSite().name });
      expect(await credits.count()).toBe(1);
      stage.rows.push(["picture", how, CHART.id, ...everywhere("whole"), "open"]);
    },
  );

  describe("the letter of a post", () => {
    const letterOf = async (code: string) => {
      const { id } = await stage.host.publish(card(code));
      await page.setContent(await stage.host.letter(id));
      return page.locator(linkTo(CHART.path), { hasText: getSite().name });
    };
    // Mail programs run no scripts.
    beforeEach(async () => {
      await page.close();
      page = await stage.browser.newPage({ javaScriptEnabled: false });
    });

    it.for([
      ["frame, exact", frameCode],
      ["script and element", elementCode],
    ] as const)("with %s: its credit is a link outside of the frame", async ([way, snippet]) => {
      expect(await (await letterOf(snippet(embedFacts(ledger, CHART), CHOICES))).isVisible()).toBe(true);
      stage.rows.push([way, "letter", CHART.id, ...everywhere("link"), "open"]);
    });
  });
});
