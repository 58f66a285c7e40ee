import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { withBase } from "../../src/routes.ts";
import { SITE_DIR, useSite } from "../lib/browser.ts";
import { fullestPage, pagesOf } from "../lib/examples.ts";

const site = useSite();
let page: Page;
afterEach(() => page.context().close());

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  page = await context.newPage();
  await page.goto(site.origin + path);
}
const hasFocus = (selector: string, index = 0) =>
  page
    .locator(selector)
    .nth(index)
    .evaluate((element) => element === document.activeElement);

/** Most words of a sign of sources by ear, one a paragraph, on average. */
const MAX_WORDS_HEARD = 6;

describe("receipts", () => {
  const EXPLAINER = fullestPage("explainer");

  it.each([EXPLAINER, withBase("/")])(
    "a sign of %s opens the receipts of its paragraph, by keyboard; Escape gives the focus back",
    async (path) => {
      await open(path);
      const sign = page.locator(".citation").first();
      const number = (await sign.getAttribute("data-s"))!.split(" ")[0]!;
      const source = page.locator(`#source_${number} > a`).first();
      await sign.focus();
      await page.keyboard.press("Enter");
      const note = page.getByRole("dialog").filter({ visible: true });
      await note.waitFor();
      const link = note.locator("li a").first();
      expect(await link.textContent()).toBe(await source.textContent());
      expect(await link.getAttribute("href")).toMatch(/^https?:\/\//);
      await page.keyboard.press("Escape");
      await note.waitFor({ state: "hidden" });
      expect(await hasFocus(".citation")).toBe(true);
      expect(new URL(page.url()).hash).toBe("");
    },
  );

  it("the sentences of a paragraph are copied with all their sources, in English, and the address", async () => {
    await open(EXPLAINER, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.route("**/notes.json", async (route) => {
      const notes = await (await route.fetch()).text();
      const words = '{"words":[{"words":"Ja","lang":"de","english":"In English"}],"source":';
      await route.fulfill({ body: notes.replaceAll('{"source":', words) });
    });
    const sign = page.locator(".prose p:has(.cited ~ .cited) > .citation").first();
    const [id, block] = await sign.evaluate((element) => [element.id, element.parentElement!.textContent]);
    await sign.click();
    const note = page.getByRole("dialog").filter({ visible: true });
    const shown = await note
      .locator("li a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
    await page.getByRole("button", { name: /copy sentences/i }).click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain(`${EXPLAINER}#${id}`);
    const copied = await read();
    expect(copied).toContain("In English\n");
    const sentences = copied.split(/\n\n/).flatMap((part) => part.split("\n").slice(0, 1));
    expect(sentences.length).toBeGreaterThan(2);
    for (const [i, sentence] of sentences.slice(0, -1).entries()) {
      expect(block).toContain(sentence);
      expect(sentence).not.toContain(sentences[i - 1] ?? copied);
    }
    for (const href of shown) expect(copied).toContain(href);
  });

  it("a term opens what it means, with a link to the glossary, unless that is in the margin", async () => {
    await open(EXPLAINER);
    const term = page.locator(".prose a.term").first();
    await term.click();
    const note = page.getByRole("dialog").filter({ visible: true });
    await note.waitFor();
    expect((await note.innerText()).length).toBeGreaterThan(20);
    await page.keyboard.press("Escape");
    expect(await note.count()).toBe(0);
    expect(await hasFocus(".prose a.term")).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
    const inMargin = page.locator(".prose > p > a.term").first();
    await inMargin.click();
    expect(new URL(page.url()).pathname).toBe(fullestPage("glossary"));
  });

  it("without script a sign of several rows links to the list of sources, also on a phone, and the way back marks it", async () => {
    await open(EXPLAINER, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const sign = page.locator('.citation[href^="#"]').first();
    const id = await sign.getAttribute("id");
    await sign.click();
    const entry = page.locator("li:target");
    expect(await entry.isVisible()).toBe(true);
    await entry.locator(`a[href="#${id}"]`).click();
    expect(await page.locator(".citation:target").getAttribute("id")).toBe(id);
  });

  it.each(pagesOf("explainer"))(
    "%s: signs are numbered as they are read, every way back ends at one, each is a target of 24 px on the line of its words, and they are short by ear",
    async (path) => {
      await open(path);
      const found = await page.evaluate(() => {
        const signs = [...document.querySelectorAll<HTMLElement>(".citation")];
        const words = (text: string | null) => text?.match(/\S+/g)?.length ?? 0;
        return {
          ids: signs.map(({ id }) => id),
          back: [...document.querySelectorAll(".page-sources li > a ~ a")].map((link) =>
            link.getAttribute("href")!.slice(1),
          ),
          citations: signs.flatMap(({ dataset }) => dataset.s!.split(" ")).length,
          heard:
            signs.reduce((sum, sign) => sum + words(sign.ariaLabel) + words(sign.textContent), 0) /
            signs.length,
        };
      });
      expect(found.ids).toEqual(found.ids.map((_, i) => `cited_${i + 1}`));
      expect(found.back.filter((id) => !found.ids.includes(id))).toEqual([]);
      expect(found.back).toHaveLength(found.citations);
      expect(found.heard).toBeLessThanOrEqual(MAX_WORDS_HEARD);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const faults = await page.evaluate(() =>
          [...document.querySelectorAll(".citation")].flatMap((sign) => {
            const boxes = sign.getClientRects();
            const { width, height, top, bottom } = boxes[0]!;
            const text = document.createTreeWalker(sign.closest("p, li, td")!, NodeFilter.SHOW_TEXT);
            text.currentNode = sign;
            const last = text.previousNode() as Text;
            const before = document.createRange();
            before.setStart(last, last.data.trimEnd().length - 1);
            before.setEnd(last, last.data.trimEnd().length);
            const word = before.getClientRects()[0]!;
            return [
              ...(boxes.length !== 1 || width < 23.5 || height < 24
                ? [`${sign.id}: ${width} × ${height}`]
                : []),
              ...(word.top > bottom || word.bottom < top ? [`${sign.id} has a line of its own`] : []),
            ];
          }),
        );
        expect(faults, `${width} px`).toEqual([]);
      }
    },
  );
});

it("an arrow of a panel chooses the stop beside it, without a scroll to the drawing above", async () => {
  await open(withBase("/"), { viewport: { width: 360, height: 740 } });
  const arrow = page.locator(".steps__go label:visible").first();
  const stop = page.locator(`[id="${await arrow.getAttribute("for")}"]`);
  await arrow.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 60));
  const chosen = () =>
    arrow
      .locator("xpath=ancestor::fieldset//input")
      .evaluateAll((inputs) => inputs.findIndex((input) => input.matches(":checked")));
  const [top, before] = [await page.evaluate(() => scrollY), await chosen()];
  expect((await stop.boundingBox())!.y).toBeLessThan(0);
  // Other than the mouse, a locator may scroll before it clicks.
  const { x, y } = (await arrow.boundingBox())!;
  await page.mouse.click(x + 5, y + 5);
  expect(await page.evaluate(() => scrollY)).toBe(top);
  expect(Math.abs((await chosen()) - before)).toBe(1);
  expect(await page.locator("fieldset.steps").first().ariaSnapshot()).not.toMatch(/radio ".*[←→]/);
});

it("on a phone the chosen sheet alone is named, below it, and the name of a row leads to its clause", async () => {
  const width = 360;
  await open(withBase("/"), { viewport: { width, height: 740 } });
  for (const stop of await page.locator(".steps__stop").all()) {
    await stop.locator("> input").evaluate((input: HTMLInputElement) => input.click());
    const sheet = (await stop.locator("> label > .sheet").boundingBox())!;
    const name = (await stop.locator("> label b").boundingBox())!;
    expect(name.y - sheet.y - sheet.height).toBeGreaterThan(0);
    expect(name.y - sheet.y).toBeLessThan(60);
    expect(name.x).toBeGreaterThan(0);
    expect(name.x + name.width).toBeLessThan(width);
    const named = page.locator(".steps__stop > label > .steps__name");
    expect(
      await named.evaluateAll((all) => all.filter((one) => getComputedStyle(one).clipPath === "none").length),
    ).toBe(1);
  }
  const row = page.locator(".steps__names a").first();
  expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  await row.click();
  await page.waitForURL(/\/clauses\/.*#/);
});

describe("a day", () => {
  it("is reached from the timeline, whose topics and months need no script", async () => {
    await open(withBase("/timeline/"), { javaScriptEnabled: false });
    const events = page.locator(".event:visible");
    const all = await events.count();
    const topic = page.locator(".filters label").last();
    await topic.click();
    const left = await events.count();
    expect(left).toBe(Number(await topic.locator("small").innerText()));
    expect(left).toBeLessThan(all);
    expect(await page.locator(".period:visible").count()).toBeGreaterThan(0);
    await page.goto(`${site.origin}${withBase("/timeline/")}`);
    const month = page.locator('.lanes a[href^="#of-"]').last();
    const target = await month.getAttribute("href");
    await month.click();
    const day = page.locator(
      `${target} a[href^="${withBase("/timeline/1")}"]:visible, ${target} a[href^="${withBase("/events/")}"]:visible`,
    );
    await day.first().click();
    expect(new URL(page.url()).pathname).toMatch(/\/(timeline|events)\/[a-z0-9-]+\/$/);
  });

  it("has the topic and the month of the timeline in its address", async () => {
    await open(withBase("/timeline/"));
    await page.locator(".period details:not([open]) summary").last().click();
    const topics = page.locator(".filters input");
    await topics.last().check();
    const { search, hash } = new URL(page.url());
    expect([search, hash]).toEqual([
      `?topic=${await topics.last().inputValue()}`,
      expect.stringMatching(/^#in-\d/),
    ]);
    await topics.first().check();
    await page.goto(`${site.origin}${withBase("/timeline/")}${search}${hash}`);
    expect(await topics.last().isChecked()).toBe(true);
  });

  it("links to the next one and back", async () => {
    await open(fullestPage("day"), { javaScriptEnabled: false });
    const start = page.url();
    await page.locator('a[rel="next"]').first().click();
    expect(page.url() > start).toBe(true);
    await page.locator('a[rel="prev"]').first().click();
    expect(page.url()).toBe(start);
  });
});

it("an event leads to the one before it and the one after it on its topic", () => {
  const pages = new Map(
    pagesOf("event").map((path) => [path, readFileSync(join(SITE_DIR, path, "index.html"), "utf8")]),
  );
  const timeOf = (path: string) => /<time datetime="([^"]+)">([^<]+)</.exec(pages.get(path)!)!;
  const dayOf = (path: string) => timeOf(path)[1]!;
  /** Days of each event and its neighbour, as far as both are known: a month has no place among its days. */
  const daysBeside = (label: string) =>
    [...pages].flatMap(([path, html]) => {
      const said = `${label} on the topic</dt>\\s*<dd><a href="([^"]+)">[^<]+</a> <span class="quiet">([^<]+)`;
      const link = new RegExp(said).exec(html);
      if (!link) return [];
      expect(link[2]).toBe(timeOf(link[1]!)[2]);
      const [own, other] = [dayOf(path), dayOf(link[1]!)];
      return [[own.slice(0, other.length), other.slice(0, own.length)] as const];
    });
  const [before, after] = [daysBeside("Previous"), daysBeside("Next")];
  expect(before.length).toBeGreaterThan(1);
  expect(after.length).toBe(before.length);
  expect(before.filter(([own, other]) => other > own)).toEqual([]);
  expect(after.filter(([own, other]) => other < own)).toEqual([]);
});

describe("an explainer", () => {
  const EXPLAINER = fullestPage("explainer");

  it("marks the section that is read in its contents", async () => {
    await open(EXPLAINER);
    const heading = page.locator(".prose > h2").nth(2);
    await heading.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
    await expect
      .poll(() => page.locator(".toc [aria-current]").getAttribute("href"))
      .toBe(`#${await heading.getAttribute("id")}`);
  });

  it("has menu, contents and search at hand after a jump on a phone, across the screen and over the text", async () => {
    await open(EXPLAINER, { viewport: { width: 360, height: 740 } });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    await page.locator(".site-section summary").click();
    const [bar, list] = [page.locator(".site-bar"), page.locator(".site-section ol")];
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    expect(await bar.boundingBox()).toMatchObject({ x: 0, y: 0, width });
    expect(await list.boundingBox()).toMatchObject({ x: 0, width });
    await page.locator(".site-menu summary").click();
    expect(await list.isVisible()).toBe(false);
    expect(await page.locator(".site-menu a:visible").count()).toBeGreaterThan(5);
    expect(await page.locator(".search-link").isVisible()).toBe(true);
    const height = () => page.evaluate(() => document.body.scrollHeight);
    const heightWithMenu = await height();
    await page.locator(".site-menu summary").click();
    expect(await height()).toBe(heightWithMenu);
  });

  // On a fast line both faces are then there before the first paint; docs/decisions/022.
  it("asks for both faces in its head before its styles, and is laid out before the styles of what is below", async () => {
    await open(EXPLAINER);
    const html = await (await page.request.get(page.url())).text();
    const order = html.match(/as="font"|<style|<body|<h1|offsetHeight|rel="stylesheet"|<h2/g);
    expect(order?.slice(0, 8).join(" ")).toBe(
      'as="font" as="font" <style <body <h1 offsetHeight rel="stylesheet" <h2',
    );
  });

  // A minified name has no quotation marks; browsers then leave out a face whose name begins with a generic one (“Serif …”).
  it("has every face of fonts.css", async () => {
    await open(EXPLAINER);
    const names = readFileSync("src/styles/fonts.css", "utf8").matchAll(/font-family: "(.+)"/g);
    const faces = await page.evaluate(() =>
      [...document.fonts].map(({ family }) => family.replaceAll('"', "")),
    );
    expect(faces).toEqual(Array.from(names, ([, name]) => name));
  });

  it("on paper shows its text, each chart once and its sources, opened, and nothing that only a screen can use", async () => {
    await open(EXPLAINER);
    await page.evaluate(() => document.fonts.ready);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const isVisible = (element: Element) =>
        element.checkVisibility() && element.getBoundingClientRect().height > 0;
      const count = (selector: string, parent: ParentNode = document) =>
        [...parent.querySelectorAll(selector)].filter(isVisible).length;
      return {
        all: ["main h1", "main h2", ".page-sources li"].map((selector) => [
          count(selector),
          document.querySelectorAll(selector).length,
        ]),
        drawings: [...document.querySelectorAll("chart-figure")].map((chart) => count("svg.chart", chart)),
        screenOnly: count("button, input, nav, dialog"),
      };
    });
    for (const [visible, total] of seen.all) expect(visible).toBe(total);
    expect(new Set(seen.drawings)).toEqual(new Set([1]));
    expect(seen.screenOnly).toBe(0);
    const words = await page.evaluate(() => document.querySelector("main")!.innerText.split(/\s+/).length);
    const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
    // A sheet of this kind holds 150 to 900 words, with charts and sources.
    expect(sheets).toBeGreaterThanOrEqual(Math.floor(words / 900));
    expect(sheets).toBeLessThanOrEqual(Math.ceil(words / 150));
  });
});

it("in forced colours what is chosen keeps a line that is not a shadow", async () => {
  await open(withBase("/timeline/"), { forcedColors: "active" });
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(await line(".filters input:checked + span")).toBe("underline");
  expect(await line(".filters input:not(:checked) + span")).toBe("none");
  expect(await line(".site-nav [aria-current]")).toBe("underline");
  expect(await line(".site-nav a:not([aria-current])")).toBe("none");
});
