import { readFileSync } from "node:fs";
import { join } from "node:path";
import type axe from "axe-core";
import { DomUtils, parseDocument } from "htmlparser2";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { withBase } from "../../src/routes.ts";
import { SITE_DIR, useSite } from "../lib/browser.ts";
import { fullestPage } from "../lib/examples.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const HOSTILE = '<img src=x onerror="document.title=1">';

const site = useSite();
let page: Page;
afterEach(() => page.context().close());

// The person with the fullest page is what is searched for: found as a person, and in pages of other kinds.
const PERSON = fullestPage("person");
const [heading] = DomUtils.getElementsByTagName(
  "h1",
  parseDocument(readFileSync(join(SITE_DIR, PERSON, "index.html"), "utf8")),
);
const NAME = DomUtils.innerText(heading!).trim().split(" ").at(-1)!;

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await (await site.browser.newContext({ reducedMotion: "reduce", ...options })).newPage();
  await page.goto(site.origin + path);
}
const results = (root = "#search-page") => page.locator(`${root} .search-results > li`);
/** Resolves when the line over the results says so. */
const saysInStatus = (text: string | RegExp) =>
  page.locator(".search-status", { hasText: text }).first().waitFor();
/** Resolves when the search page hears what is typed. */
const isConnected = () => page.locator("#search-page .search-status").waitFor({ state: "attached" });
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);

describe("the dialog", () => {
  it("loads nothing of search before it is wanted, and all of it at the first sign", async () => {
    await open(withBase("/about/"));
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    const ofSearch = () =>
      requests.filter((path) => /pagefind|search-|names/.test(path) && !path.includes("search-open"));
    await page.reload({ waitUntil: "networkidle" });
    expect(ofSearch()).toEqual([]);
    await page.locator("[data-search-open]").focus();
    await page.waitForRequest(/pf_meta/);
    expect(ofSearch().join()).toMatch(/search-worker/);
  });

  it("is used by keyboard: `/`, type, arrows, Escape; again, Enter opens a result", async () => {
    // A malformed fragment ends no script.
    await open(withBase("/about/#100%"));
    await page.locator("header a:visible").first().focus();
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type(NAME);
    await saysInStatus(NAME);
    await results("dialog").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.closest(".search-results") !== null)).toBe(true);
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    // The next word that is typed takes the place of the query.
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("/");
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(NAME);
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      // Between the last and the first the browser's own controls have the focus, and the body counts as active.
      expect(
        await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
        ),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement?.closest("header") !== null);
    // The query and its results are still there.
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "dialog-query");
    await page.keyboard.press("ArrowDown");
    const path = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === path);
  });

  it("closes by its button and by a click beside it, and by none in it", async () => {
    await open(withBase("/about/"));
    const dialog = page.getByRole("dialog");
    for (const close of [
      () => page.getByText("Close", { exact: true }).click(),
      () => page.mouse.click(2, 2),
    ]) {
      await page.locator("[data-search-open]").click();
      await dialog.locator("input").click();
      expect(await dialog.isVisible()).toBe(true);
      await close();
      await dialog.waitFor({ state: "hidden" });
    }
  });

  it("says so where its worker cannot be loaded, and tries again", async () => {
    await open(withBase("/about/"));
    const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("search-worker"));
    await page.route(/search-worker/, (route) => route.abort());
    await page.locator("[data-search-open]").hover();
    await refused;
    await page.locator("[data-search-open]").click();
    await page.locator("#dialog-query").fill(NAME);
    await saysInStatus("could not be loaded");
    await page.unroute(/search-worker/);
    await page.locator("#dialog-query").fill(`${NAME} `);
    await results("dialog").first().waitFor();
  });

  it("opens the search page by Enter in its field, where `/` goes to the field", async () => {
    await open(withBase("/about/"));
    await page.locator("[data-search-open]").click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type(NAME);
    await page.keyboard.press("Enter");
    await page.waitForURL(
      (url) => url.pathname === withBase("/search/") && url.searchParams.get("q") === NAME,
    );
    await results().first().waitFor();
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("query");
  });
});

describe("the search page", () => {
  it("finds the person first, and keeps query, kind and order in the address; back undoes a choice, then leaves", async () => {
    await open(withBase("/about/"));
    await page.goto(`${site.origin}${withBase("/search/")}`);
    await isConnected();
    await page.locator("#query").pressSequentially(NAME, { delay: 60 });
    await saysInStatus(NAME);
    expect(
      new URL(
        await results()
          .first()
          .locator("a")
          .first()
          .evaluate((link) => (link as HTMLAnchorElement).href),
      ).pathname,
    ).toBe(PERSON);
    await expect.poll(() => parameter("q")).toBe(NAME);
    await page.getByRole("button", { name: /^Event/ }).click();
    await saysInStatus("in Event");
    await page.getByRole("button", { name: "Newest first" }).click();
    await page.waitForURL(/sort=date/);
    const days = async () =>
      (await results().locator("p:nth-of-type(2)").allInnerTexts()).map((meta) =>
        Date.parse(meta.split(" · ")[1]!),
      );
    await expect
      .poll(async () => (await days()).every((day, i, all) => i === 0 || all[i - 1]! >= day))
      .toBe(true);
    await page.goBack();
    await saysInStatus(/in Event$/);
    await page.goBack();
    await expect.poll(() => parameter("kind")).toBeNull();
    await page.goBack();
    await page.waitForURL(/\/about\//);
    await page.goForward();
    await saysInStatus(NAME);
    expect(await page.locator("#query").inputValue()).toBe(NAME);
  });

  it("goes on to the first of more results until all are shown, none of which says what one above says", async () => {
    await open(withBase(`/search/?q=${NAME}`));
    await saysInStatus(NAME);
    const first = await results().allInnerTexts();
    const more = page.getByRole("button", { name: "More results" });
    do {
      const count = await results().count();
      await more.click();
      await expect.poll(() => results().count()).toBeGreaterThan(count);
      const focused = results().nth(count).locator("a").first();
      expect(await focused.evaluate((link) => link === document.activeElement)).toBe(true);
    } while (await more.isVisible());
    // With every word, and without one of them.
    const counts = (await page.locator(".search-status").innerText()).match(/\d+/g)!;
    expect(await results().count()).toBe(counts.reduce((sum, count) => sum + Number(count), 0));
    const said = await results().locator(".result__excerpt").allInnerTexts();
    expect(new Set(said).size).toBe(said.length);
    // Asked again, each says it again.
    await page.locator("#query").press("Enter");
    await expect.poll(() => results().allInnerTexts()).toEqual(first);
  });

  it("says what is not there, with a way on", async () => {
    await open(withBase(`/search/?q=${encodeURIComponent("жщфыв")}`));
    await saysInStatus("Nothing found for “жщфыв”");
    expect(await results().count()).toBe(0);
    expect(await page.locator("#browse").isVisible()).toBe(true);
    // Of a kind alone: the way back to all kinds stays.
    await page.goto(`${site.origin}${withBase("/search/")}?q=${encodeURIComponent("жщфыв")}&kind=Event`);
    await saysInStatus("in Event. Try “All”");
    expect(await page.locator("#search-page .search-bar").isVisible()).toBe(true);
    // So does the kind that is chosen, if it is pressed once more.
    await page.getByRole("button", { name: /^Event/ }).click();
    await expect.poll(() => parameter("kind")).toBeNull();
  });

  it("takes no common word for a mistyped one, and shows sources where no page has the word", async () => {
    await open(withBase("/search/?q=withqqz"));
    await saysInStatus("Nothing found for “withqqz”");
    const data = readFileSync(join(SITE_DIR, withBase("/data/all.json")), "utf8");
    const { publishers } = JSON.parse(data) as { publishers: { name: string }[] };
    const words = new Set(publishers.flatMap(({ name }) => name.match(/[A-Za-z]{5,}/g) ?? []));
    const shown = new Set<string | undefined>();
    for (const word of words) {
      await page.locator("#query").fill(word);
      await saysInStatus(`“${word}”`);
      expect(await page.locator(".search-status").innerText()).not.toContain("Nothing found");
      shown.add((await results().locator(".result__meta").allInnerTexts())[0]?.replace(/ · .*/, ""));
      if (shown.has("Source")) break;
    }
    expect([...shown]).toContain("Source");
    // Pages that lack a word come before those.
    await page.locator("#query").fill("vote qqzzq");
    await saysInStatus("only some of the words");
    expect(await results().locator(".result__meta").first().innerText()).not.toMatch(/^Source/);
  });

  it("shows no answer when the field was emptied, be it before the answer comes or after", async () => {
    await open(withBase("/about/"));
    await page.addInitScript(() => {
      const Channel = MessageChannel;
      self.MessageChannel = class extends Channel {
        constructor() {
          super();
          this.port1.addEventListener("message", () => document.body.setAttribute("data-answered", ""));
        }
      };
    });
    let release = () => {};
    const emptied = new Promise<void>((done) => (release = done));
    await page.route(/pagefind\.js/, (route) => emptied.then(() => route.continue()));
    await page.goto(`${site.origin}${withBase("/search/")}`);
    await isConnected();
    await page.locator("#query").fill(NAME);
    await expect.poll(() => parameter("q")).toBe(NAME);
    await page.locator("#query").fill("");
    await expect.poll(() => parameter("q")).toBeNull();
    release();
    await page.locator("[data-answered]").waitFor();
    const shown = async () => [await page.locator(".search-status").innerText(), await results().count()];
    expect(await shown()).toEqual(["", 0]);
    await page.locator("#query").fill(NAME);
    await saysInStatus(NAME);
    await page.locator("#query").fill("");
    await expect.poll(shown).toEqual(["", 0]);
  });

  it("says that the index does not come, and asks for it again", async () => {
    await open(withBase("/about/"));
    await page.route(/pagefind\.js/, (route) => route.abort());
    await page.goto(`${site.origin}${withBase("/search/")}?q=${NAME}`);
    await saysInStatus("could not be loaded");
    expect(await page.locator("#browse").isVisible()).toBe(true);
    await page.unroute(/pagefind\.js/);
    await page.locator("#query").press("Enter");
    await saysInStatus(NAME);
  });

  it("says no more that it waits once the latest of its answers is there", async () => {
    await open(withBase("/about/"));
    let release = () => {};
    const isAsked = new Promise<void>((done) => (release = done));
    await page.route(/pagefind\.js/, (route) => isAsked.then(() => route.continue()));
    await page.clock.install();
    await page.goto(`${site.origin}${withBase("/search/")}`);
    await isConnected();
    for (const words of [NAME.slice(0, -1), NAME]) {
      await page.locator("#query").fill(words);
      await page.clock.runFor(300);
      expect(parameter("q")).toBe(words);
    }
    release();
    await saysInStatus(`${NAME}”`);
    await page.clock.runFor(5000);
    expect(await page.locator(".search-status").innerText()).toContain(NAME);
  });

  it("says that it waits for an index that never comes, and later that it failed", async () => {
    await open(withBase("/about/"));
    await page.route(/pagefind\.js/, () => undefined);
    await page.clock.install();
    await page.goto(`${site.origin}${withBase("/search/")}?q=${NAME}`);
    await saysInStatus("Searching…");
    await page.clock.runFor(20_000);
    await saysInStatus("could not be loaded");
  });

  it("without script has no field, which could not search, and links to the lists", async () => {
    await open(withBase("/search/"), { javaScriptEnabled: false });
    expect(await page.locator("main input[type=search]").isVisible()).toBe(false);
    await page.locator(`#browse a[href="${withBase("/people/")}"]`).click();
    await page.locator(`main a[href="${PERSON}"]`).first().click();
    expect(new URL(page.url()).pathname).toBe(PERSON);
  });
});

it("shows what is asked as text", async () => {
  await open(`${withBase("/search/")}?q=${encodeURIComponent(`${HOSTILE} ${NAME}`)}`);
  await saysInStatus(/result|Nothing|page/i);
  expect(await page.locator("#search-page img").count()).toBe(0);
});

it.each([
  [360, "dark"],
  [1440, "light"],
] as const)("axe finds nothing in the dialog and in results at %i px, %s", async (width, colorScheme) => {
  await open(withBase("/about/"), { viewport: { width, height: 900 }, colorScheme });
  const expectNothing = async (where: string) => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]!.target.join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  };
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type(NAME);
  await results("dialog").first().waitFor();
  await expectNothing("dialog");
  await page.goto(`${site.origin}${withBase("/search/")}?q=${NAME}&kind=Event`);
  await results().first().waitFor();
  await expectNothing("search page");
});
