import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { withBase } from "../../src/routes.ts";
import { SITE_DIR, useSite } from "../lib/browser.ts";
import { fullestPage, pagesOf } from "../lib/examples.ts";

// Clauses and comparisons, as a reader goes through them. How texts are marked is a unit test.

const site = useSite();
let page: Page;
afterEach(() => page.context().close());

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  page = await context.newPage();
  await page.goto(site.origin + path);
}

describe.each([true, false])("a clause, script %s", (javaScriptEnabled) => {
  it("shows the sources of an answer, each a link to the page itself, and how it is cited", async () => {
    await open(fullestPage("theme"), { javaScriptEnabled });
    const stop = page.locator(".steps__stop:has(.clause__answer[id])").first();
    await stop.locator("> label").click();
    const row = stop.locator(".clause__answer");
    const [id, draft] = [await row.getAttribute("id"), await stop.locator("> label b").innerText()];
    await row.locator("summary").click();
    expect(await row.locator(".sources__list a").first().getAttribute("href")).toMatch(/^https?:/);
    const citation = await row.locator("code").innerText();
    expect(citation.startsWith(draft)).toBe(true);
    expect(citation.endsWith(`#${id}`)).toBe(true);
    if (!javaScriptEnabled) return;
    await row.getByRole("button").click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // A browser shows one space for several.
    expect(copied.replace(/\s+/g, " ")).toBe(citation);
  });

  it("is led to at the row of a draft, and its embed code is shown by its address", async () => {
    await open(fullestPage("theme"), { javaScriptEnabled });
    const id = await page.locator(".clause__answer[id]").first().getAttribute("id");
    const embed = await page.locator("[data-panel]").first().getAttribute("href");
    const { pathname } = new URL(page.url());
    await page.goto(`${site.origin}${pathname}?1#${id}`);
    const led = page.locator(".clause__answer:target");
    expect([await led.getAttribute("id"), await led.isVisible()]).toEqual([id, true]);
    await page.goto(`${site.origin}${pathname}?2${embed}`);
    await page.locator(`${embed} code`).first().waitFor();
  });
});

it("a clause changes in place as one steps, without script, and is whole on paper", async () => {
  await open(fullestPage("theme"), { javaScriptEnabled: false });
  const steps = page.locator(".steps").first();
  const panels = steps.locator(".steps__panel");
  const shown = () =>
    panels.filter({ visible: true }).evaluateAll((all) => all.map((panel) => panel.textContent));
  const before = await shown();
  await steps.locator("input:checked").focus();
  await page.keyboard.press("ArrowLeft");
  expect(await shown()).not.toEqual(before);
  expect(await shown()).toHaveLength(1);
  await steps.getByRole("radio", { name: "All drafts" }).click();
  expect(await shown()).toHaveLength(await panels.count());
  await page.keyboard.press("ArrowRight");
  expect(await shown()).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  expect(await shown()).toHaveLength(await panels.count());
});

it("marks are heard once, by words that are neither seen nor copied", async () => {
  await open(fullestPage("theme"));
  const stop = page.locator(".steps__stop:has(p > del)").first();
  await stop.locator("> label").click();
  const line = stop.locator("p:has(> del)");
  expect((await line.ariaSnapshot()).match(/struck:/g)).toHaveLength(await line.locator("del").count());
  expect(await line.innerText()).not.toContain("struck:");
});

describe("a comparison", () => {
  it("says in one line what changed, and each number links to its group", async () => {
    const whole = pagesOf("comparison").find((path) =>
      readFileSync(join(SITE_DIR, path, "index.html"), "utf8").includes("diffs__rest"),
    );
    await open(whole!);
    await page.getByText("In short", { exact: true }).first().click();
    for (const link of await page.locator(".as-answers .verdict a").all()) {
      const group = page.locator((await link.getAttribute("href"))!);
      expect(await group.locator(".diff").count()).toBe(Number(await link.locator("b").innerText()));
    }
    // What has not changed is folded until it is asked for.
    const last = page.locator(".diffs__rest section").last();
    expect(await last.isVisible()).toBe(false);
    await page.locator(".as-answers .verdict a").last().click();
    await expect.poll(() => last.isVisible()).toBe(true);
  });

  it.each([true, false])("changes either draft by a menu, with script: %s", async (javaScriptEnabled) => {
    await open(fullestPage("comparison"), { javaScriptEnabled });
    await page.locator(".pair summary").last().click();
    const link = page.locator(".pair details[open] a:not([aria-current])").last();
    const [address, name] = [await link.getAttribute("href"), await link.innerText()];
    await Promise.all([page.waitForURL(`**${address}`), link.click()]);
    expect(await page.locator("h1").innerText()).toContain(name.split(", ")[0]);
  });

  it("of any two drafts is reached from the page of all by choosing a stop, without script", async () => {
    await open(withBase("/compare/"), { javaScriptEnabled: false });
    await page.locator(".steps__stop > label").last().click();
    const links = page.locator(".steps__panel:visible .tall-links a");
    const drafts = await page.locator(".steps__stop").count();
    expect(await links.count()).toBe(drafts - 1);
    await links.first().click();
    expect(await page.locator(".stops [aria-current]").count()).toBe(2);
  });

  it("of two texts is in their words or in short, and a number leads to its rows alone", async () => {
    const words = pagesOf("comparison").find((path) =>
      readFileSync(join(SITE_DIR, path, "index.html"), "utf8").includes("only-dropped"),
    );
    await open(words!, { javaScriptEnabled: false });
    const [rows, short] = [page.locator(".passages > li"), page.locator(".as-answers")];
    expect(await short.isVisible()).toBe(false);
    const number = page.locator(".as-words .verdict a[href='#only-dropped']");
    await number.click();
    expect(await rows.filter({ visible: true }).count()).toBe(Number(await number.locator("b").innerText()));
    await page.getByText("In short", { exact: true }).first().click();
    expect(await short.isVisible()).toBe(true);
    expect(await page.locator(".as-words").isVisible()).toBe(false);
  });

  it.each([
    [360, false],
    [1440, true],
  ])("at %i px has both drafts side by side: %s", async (width, areBeside) => {
    await open(fullestPage("comparison"), { viewport: { width, height: 900 } });
    await page.getByText("In short", { exact: true }).first().click();
    const row = page.locator(".diff").first();
    const tops = await row
      .locator("> .diff__old, > .diff__new")
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(tops[0] === tops[1]).toBe(areBeside);
  });
});

it("a draft leads from each of its points to the clauses", async () => {
  await open(fullestPage("draft"));
  const link = page.locator(".text__beside p[id] > a").first();
  await link.click();
  await page.locator(".clause__answer:target").waitFor();
});
