import { brotliCompressSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { embedOf, ledger, through } from "../../src/content.ts";
import { elementSnippet, iframeSnippet } from "../../src/embed/snippets.ts";
import { citationText } from "../../src/files/citations.ts";
import { workOf } from "../../src/files/citations.ts";
import { absolute } from "../../src/site.ts";
import { useSite } from "../lib/browser.ts";
import { pdfPages } from "./pdf-text.ts";

const site = useSite();
const ARMY = "/clauses/armed-forces-size/";
const PAIR = "/compare/us-28/zelensky-20/";

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  return page;
}

describe("a clause", () => {
  const current = (page: Page) => page.locator(".steps [aria-current]");
  const row = (page: Page) => page.locator(".step.on");

  it("is stepped through by its names, its buttons and the arrow keys, and the address follows", async () => {
    const page = await open(ARMY);
    expect(await row(page).count()).toBe(0);
    await page.getByRole("button", { name: "Later draft" }).click();
    expect(await current(page).innerText()).toBe("US leak");
    await page.getByRole("link", { name: "E3", exact: true }).first().click();
    expect(await row(page).getAttribute("id")).toBe("army-cap--e3-counter");
    expect(new URL(page.url()).hash).toBe("#army-cap--e3-counter");
    await page.keyboard.press("ArrowRight");
    expect(new URL(page.url()).hash).toBe("#army-cap--geneva-19");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await current(page).innerText()).toBe("European paper");
    expect(await page.locator(".steps [role=status]").innerText()).toBe("2 / 8");
    for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
    expect(await page.locator(".steps [role=status]").innerText()).toBe("8 / 8");
  });

  it("opens at the draft that the address names, also one that left the answer as it was", async () => {
    const page = await open(`${ARMY}#army-cap--zelensky-20`);
    expect(await current(page).innerText()).toBe("Zelensky’s 20");
    expect(await row(page).getAttribute("id")).toBe("army-cap--berlin-statement");
    expect(await row(page).locator(".step__same").innerText()).toContain("unchanged in Kyiv");
  });

  it("leaves the arrow keys to the page elsewhere", async () => {
    const page = await open(ARMY);
    await page.locator("h1").click();
    await page.keyboard.press("ArrowRight");
    expect(await row(page).count()).toBe(0);
  });

  it("is a list without script, of at least five redlines, in which an address sets off its draft", async () => {
    const page = await open(`${ARMY}#army-cap--e3-counter`, { javaScriptEnabled: false });
    expect(await page.getByRole("button", { name: "Later draft" }).count()).toBe(0);
    expect(await page.locator(".track .clause:has(del):has(ins)").count()).toBeGreaterThanOrEqual(5);
    expect(await page.locator(".step:target del").innerText()).toBe("No limit");
    expect(await page.locator(".step:target ins").innerText()).toBe("800,000 at most, in peacetime");
  });

  it("is read on one screen, army clause, 1440 × 900", async () => {
    const page = await open(ARMY);
    const height = await page
      .locator("clause-stepper")
      .evaluate((stepper) => stepper.getBoundingClientRect().height);
    expect(height).toBeLessThan(860);
  });

  it("has its marks heard once, by words that are neither seen nor copied", async () => {
    const page = await open(ARMY);
    const snapshot = await page.locator("#army-cap--eu-24 .clause").ariaSnapshot();
    expect(snapshot.match(/struck:/g)).toHaveLength(1);
    expect(snapshot).not.toMatch(/deletion|insertion/);
    expect(await page.locator("#army-cap--eu-24 .clause").innerText()).toBe("600,000 at most No limit");
  });

  it("costs at most 2 KB of script", async () => {
    for (const [path, element] of [
      [ARMY, "clause-stepper"],
      ["/compare/", "compare-columns"],
    ] as const) {
      const page = await open(path);
      const scripts = await page.evaluate(async () => {
        const addresses = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].map(
          ({ src }) => src,
        );
        return Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
      });
      const own = scripts.filter((script) => script.includes(element));
      expect(own).toHaveLength(1);
      expect(brotliCompressSync(own.join("")).length).toBeLessThanOrEqual(2048);
    }
  });
});

describe("the filters of a comparison, without script", () => {
  const shown = (page: Page) => page.locator(".answer-row:visible");

  it("show only what changed, one change, and only what was published; what is left is told", async () => {
    const page = await open(PAIR, { javaScriptEnabled: false });
    const all = await shown(page).count();
    expect(await page.locator(".compare__count").innerText()).toBe(`of ${all} questions shown`);
    const unmoved = await page.locator(":is([data-change=same], [data-change=unknown])").count();
    await page.getByRole("radio", { name: /only what changed/ }).check();
    expect(await shown(page).count()).toBe(all - unmoved);
    expect(await page.locator("[data-change=same]:visible").count()).toBe(0);
    await page.getByRole("radio", { name: /added/ }).check();
    const added = await page.locator("[data-change=added]").count();
    expect(await shown(page).count()).toBe(added);
    expect(await page.locator(".theme-title:visible").count()).toBeLessThanOrEqual(added);
    await page.getByLabel("only what was published").check();
    expect(await shown(page).count()).toBe(await page.locator("[data-change=added][data-published]").count());
    await page.getByRole("radio", { name: /everything/ }).check();
    expect(await shown(page).count()).toBe(await page.locator("[data-published]").count());
    expect(await page.locator(".compare section:visible:not(:has(.answer-row:visible))").count()).toBe(0);
  });
});

describe("what can be taken along", () => {
  const codes = (page: Page, within: string) => page.locator(`${within} code`).allTextContents();

  it("of the leading clause: the panel with its code, and what tells systems that embed by address", async () => {
    const page = await open(ARMY);
    const clause = embedOf("clause/army-cap");
    expect(await codes(page, ".embed-panel")).toContain(iframeSnippet(clause, absolute("/"), "dark"));
    expect(await page.locator('head link[type="application/json+oembed"]').getAttribute("href")).toBe(
      absolute("/oembed/clause/army-cap.json"),
    );
    const frame = page.frameLocator(".embed-preview iframe");
    await page.locator(".embed-preview iframe").scrollIntoViewIfNeeded();
    expect(await frame.locator("h1").innerText()).toBe(clause.title);
  });

  it("of every clause: citation, files, and code where the panel is not its own", async () => {
    const page = await open("/clauses/territory/", { javaScriptEnabled: false });
    const questions = ledger.themes.find(({ id }) => id === "territory")!.questions.map(({ id }) => id);
    expect(await page.locator(".clause-use").count()).toBe(questions.length);
    for (const [i, id] of questions.entries()) {
      const [within, clause] = [`#use-${id}`, embedOf(`clause/${id}`)];
      const shown = await codes(page, within);
      expect(shown[0]).toBe(citationText(workOf(clause, through)));
      for (const code of [iframeSnippet, elementSnippet])
        expect(shown.includes(code(clause, absolute("/"), "auto"))).toBe(i > 0);
      for (const type of ["svg", "png", "csv", "json"])
        expect(await page.locator(`${within} a[href="/clauses/${id}.${type}"]`).count()).toBe(1);
    }
  });
});

describe("the page of a draft", () => {
  it("has its points first, each with an address that its contents lead to, then what it answers", async () => {
    const page = await open("/drafts/us-28/");
    const ids = await page
      .locator("main :is(#points, #point-1, #point-28, #territory, #army-cap)")
      .evaluateAll((found) => found.map(({ id }) => id));
    expect(ids).toEqual(["points", "point-1", "point-28", "territory", "army-cap"]);
    await page.locator(".toc a", { hasText: "21." }).click();
    expect(new URL(page.url()).hash).toBe("#point-21");
    expect(await page.locator("li:target h3").innerText()).toBe(
      ledger.points.find(({ draft, number }) => draft === "us-28" && number === 21)!.title,
    );
  });
});

describe("an explainer", () => {
  it("shows a clause that is stepped through, and leads to its page for the rest", async () => {
    const page = await open("/plan/");
    const clause = page.locator(".clause-brief");
    expect(await clause.locator(".clause:has(del):has(ins)").count()).toBeGreaterThanOrEqual(5);
    expect(await clause.locator("details").count()).toBe(0);
    await clause.getByRole("button", { name: "Later draft" }).click();
    expect(new URL(page.url()).hash).toBe("#army-cap--us-28");
    await clause.getByRole("link", { name: /Each answer in full/ }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(`${ARMY}#army-cap`);
  });
});

describe("a comparison on other sheets and screens", () => {
  it("prints on at most eight A4 pages", async () => {
    const page = await open(PAIR);
    expect(pdfPages(await page.pdf({ format: "A4" })).length).toBeLessThanOrEqual(8);
  });

  it.each([640, 1440])("has two columns at %i px", async (width) => {
    const page = await open(PAIR, { viewport: { width, height: 900 } });
    const [left, right] = await page
      .locator(".answer-row")
      .first()
      .locator(".side")
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(left).toBe(right);
  });
});

describe("up to four drafts side by side", () => {
  it("come by the address, on one question or on all, and the choice goes into it", async () => {
    const page = await open("/compare/?drafts=us-28,e3-counter,zelensky-20&question=army-cap");
    await page.locator(".columns section").waitFor();
    expect(await page.locator(".columns .side__label").allInnerTexts()).toEqual([
      "Leak, 20 November 2025",
      "E3, 23 November 2025",
      "Kyiv, 23 December 2025",
    ]);
    expect(await page.locator(".columns section:first-child .side:first-child :is(ins, del)").count()).toBe(
      0,
    );
    await page.getByRole("checkbox", { name: /Paris/ }).check();
    expect(await page.getByRole("checkbox", { name: /Geneva/ }).isDisabled()).toBe(true);
    await page.getByLabel("On", { exact: true }).selectOption("");
    await page.getByRole("button", { name: "Show" }).click();
    await page.locator(".columns section").nth(20).waitFor();
    expect(new URL(page.url()).search).toBe("?drafts=us-28,e3-counter,zelensky-20,paris-declaration");
    await page.goBack();
    await expect.poll(() => page.locator(".columns section").count()).toBe(1);
  });

  it("are not offered without script, where the pairs stand as they did", async () => {
    const page = await open("/compare/", { javaScriptEnabled: false });
    expect(await page.locator("compare-columns").isVisible()).toBe(false);
    expect(await page.locator(".triangle a").count()).toBeGreaterThan(60);
  });
});
