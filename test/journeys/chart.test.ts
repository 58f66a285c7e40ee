import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/charts/lib/text.tsx";
import { useSite } from "../lib/browser.ts";
import { fullestPage, pagesOf } from "../lib/examples.ts";

const site = useSite();
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const CHART = fullestPage("chart");
/** Least size of text in a drawing on a phone of 320 px, px. */
const MIN_TEXT_PX = 12;

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (
    await site.browser.newContext({ viewport: DESK, reducedMotion: "reduce", ...options })
  ).newPage();
  page.on("pageerror", (error) => expect.unreachable(error.message));
  await page.goto(site.origin + path);
  return page;
}
const hits = (page: Page) => page.locator(".hits rect:visible");
const tip = (page: Page) => page.locator(".tip:popover-open");
const status = (page: Page) => page.locator("chart-figure [role=status]").first();

it("texts are not wider in Chrome than in the layout of drawings, and large enough on a phone of 320 px", async () => {
  const page = await open(CHART);
  const faults: string[] = [];
  for (const path of pagesOf("chart")) {
    await page.setViewportSize(DESK);
    await page.goto(site.origin + path);
    await page.evaluate(() => document.fonts.ready);
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>("svg.chart text")]
        .filter((text) => text.getClientRects().length > 0 && !text.querySelector("tspan.bold"))
        .map((text) => ({
          words: text.textContent,
          classes: text.getAttribute("class") ?? "",
          width: text.getComputedTextLength(),
        })),
    );
    expect(texts.length, path).toBeGreaterThan(5);
    for (const { words, classes, width } of texts)
      if (width > widthOf(words, classes) * 1.02 + 1)
        faults.push(`${path}: “${words}” (${classes}) is ${width.toFixed(1)} px wide`);
    await page.setViewportSize({ width: 320, height: 740 });
    const smallest = await page.evaluate(() => {
      const sizes = [...document.querySelectorAll<SVGSVGElement>("svg.chart")]
        .filter((svg) => svg.getBoundingClientRect().width > 0)
        .flatMap((svg) => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return [...svg.querySelectorAll("text")].map(
            (text) => parseFloat(getComputedStyle(text).fontSize) * scale,
          );
        });
      return Math.min(...sizes);
    });
    if (!(smallest >= MIN_TEXT_PX)) faults.push(`${path}: text of ${smallest.toFixed(1)} px at 320 px`);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

describe("the tooltip", () => {
  it.each([PHONE, DESK])(
    "of every mark of every chart says its label, on the screen and off its mark, at $width px",
    async (viewport) => {
      const page = await open(CHART, { viewport });
      const faults: string[] = [];
      for (const path of pagesOf("chart")) {
        await page.goto(site.origin + path);
        const found = await page.evaluate(() => {
          const faults: string[] = [];
          const marks = [...document.querySelectorAll<SVGRectElement>(".hits rect")].filter(
            (hit) => hit.getBoundingClientRect().width > 0,
          );
          for (const [i, hit] of marks.entries()) {
            const label = hit.querySelector("title")?.textContent ?? "";
            document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
            hit.scrollIntoView({ block: i % 2 ? "start" : "end", behavior: "instant" });
            const mark = hit.getBoundingClientRect();
            const [clientX, clientY] = [mark.left + mark.width / 2, mark.top + mark.height / 2];
            hit.dispatchEvent(
              new PointerEvent("pointerover", { pointerType: "mouse", bubbles: true, clientX, clientY }),
            );
            const tip = document.querySelector(".tip:popover-open");
            const box = tip?.getBoundingClientRect();
            if (!box || !label || tip?.textContent !== label)
              faults.push(`“${label}”: the tip says “${tip?.textContent}”`);
            else if (
              box.left < 0 ||
              box.top < 0 ||
              box.right > document.documentElement.clientWidth ||
              box.bottom > innerHeight
            )
              faults.push(`“${label}”: the tip leaves the screen`);
            else if (
              box.left < mark.right &&
              box.right > mark.left &&
              box.top < mark.bottom &&
              box.bottom > mark.top
            )
              faults.push(`“${label}”: the tip covers its mark`);
          }
          return { faults, count: marks.length };
        });
        faults.push(...found.faults.map((fault) => `${path} ${fault}`));
        expect(found.count, path).toBeGreaterThan(0);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  it("comes with the mouse, stays while the mouse is on it, goes with Escape, and leaves the click to the link", async () => {
    const page = await open(CHART);
    const hit = hits(page).last();
    const href = await hit.locator("xpath=..").getAttribute("href");
    await page.clock.install();
    await hit.hover();
    const words = await tip(page).textContent();
    const box = (await tip(page).boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.clock.runFor(300);
    expect(await tip(page).textContent()).toBe(words);
    expect(await status(page).textContent()).toBe("");
    await page.keyboard.press("Escape");
    expect(await tip(page).count()).toBe(0);
    await hit.click();
    await page.waitForURL(site.origin + href!);
    await page.context().close();
  });

  it("comes with the first tap, and the second follows the link", async () => {
    const page = await open(CHART, { viewport: PHONE, hasTouch: true, isMobile: true });
    const hit = hits(page).nth(1);
    const label = await hit.locator("title").textContent();
    const href = await hit.locator("xpath=..").getAttribute("href");
    await hit.tap();
    await expect.poll(() => tip(page).textContent()).toContain(label);
    expect(page.url()).toBe(site.origin + CHART);
    await hit.tap();
    await page.waitForURL(site.origin + href!);
    await page.context().close();
  });

  it("comes with the arrow keys, is told to a screen reader, and Enter follows the link", async () => {
    const page = await open(CHART);
    const labels = await hits(page).locator("title").allTextContents();
    const drawing = page.locator(".drawing:visible").first();
    await drawing.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await tip(page).textContent()).toBe(labels.at(-1));
    // After the last comes the first.
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await tip(page).textContent()).toBe(labels[1]);
    expect(await status(page).textContent()).toBe(labels[1]);
    await page.keyboard.press("ArrowLeft");
    expect(await tip(page).textContent()).toBe(labels[0]);
    const href = await hits(page).first().locator("xpath=..").getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(site.origin + href!);
    await page.context().close();
  });
});

it("the row below a chart opens the embed box, whose code is copied, and copies the address, or says that it was not allowed", async () => {
  const page = await open(CHART, { permissions: ["clipboard-read", "clipboard-write"] });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const said = page.locator("[data-copied]");
  const embed = page.getByRole("button", { name: "Embed", exact: true });
  await embed.press("Space");
  const preview = await page.locator(".embed-box iframe").elementHandle();
  await (await preview.contentFrame())!.waitForLoadState();
  const { y, height } = (await page.locator("#embed").boundingBox())!;
  // Whole on the screen, or from its head.
  expect(Math.min(y - 64, y + height - page.viewportSize()!.height)).toBeLessThan(1);
  await page.getByLabel("dark", { exact: true }).check();
  await page.getByRole("button", { name: "Copy embed code" }).click();
  await expect.poll(() => said.textContent()).toBe("Copied: embed code");
  expect(await clipboard()).toMatch(/<iframe src="[^"]*#dark"/);
  const link = page.locator(".use-row [data-copy=link]");
  const label = await link.textContent();
  await page.clock.install();
  for (let i = 0; i < 2; i++) {
    await said.evaluate((status) => (status.textContent = ""));
    await link.click();
    await expect.poll(() => said.textContent()).toBe("Copied: link");
  }
  await page.clock.runFor(3000);
  expect(await link.textContent()).toBe(label);
  expect(new URL(await clipboard()).pathname).toBe(CHART);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await link.click();
  await expect.poll(() => said.textContent()).toBe("Not copied.");
  await page.context().close();
});

it("a drawing in an article leaves its finding to the title above it", async () => {
  const page = await open(fullestPage("explainer"));
  const count = () => page.locator(".drawing--narrow .finding").count();
  const paths = await page
    .locator(".figure a[data-copy]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  const inArticle = await count();
  let own = 0;
  for (const path of paths) {
    await page.goto(site.origin + path);
    own += await count();
  }
  expect(inArticle).toBeLessThan(own);
  await page.context().close();
});

it("the preview of an embed is no wider than a phone, and does not scroll sideways", async () => {
  const page = await open(CHART, { viewport: { width: 320, height: 740 } });
  await page.getByRole("button", { name: "Embed", exact: true }).press("Space");
  const { width } = (await page.locator(".embed-box iframe").boundingBox())!;
  expect(width).toBeLessThan(320);
  const preview = page.locator(".embed-box__preview");
  expect(await preview.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await page.context().close();
});
