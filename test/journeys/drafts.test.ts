import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { useSite } from "../lib/browser.ts";
import { fullestPage } from "../lib/examples.ts";

// Clauses and comparisons: on the fullest page of each.

const site = useSite();
let page: Page;
afterEach(() => page.context().close());

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await site.browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  page = await context.newPage();
  await page.goto(site.origin + path);
}
const hash = () => new URL(page.url()).hash;

describe("a clause", () => {
  const THEME = fullestPage("theme");
  const stepper = () => page.locator("clause-stepper").first();
  const names = () => stepper().locator("nav li a");
  const hashes = () => names().evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));

  it("is stepped through by its buttons, the arrow keys and the names of its drafts, and the address follows", async () => {
    await open(THEME);
    const all = await hashes();
    expect(all.length).toBeGreaterThan(2);
    await stepper().getByRole("button", { name: /later/i }).click();
    expect(hash()).toBe(all[0]);
    await page.keyboard.press("ArrowRight");
    expect(hash()).toBe(all[1]);
    await stepper()
      .getByRole("button", { name: /earlier/i })
      .click();
    expect(hash()).toBe(all[0]);
    await names().nth(2).click();
    expect(hash()).toBe(all[2]);
    for (let i = 0; i < all.length; i++) await page.keyboard.press("ArrowRight");
    expect(hash()).toBe(all.at(-1));
    expect(await stepper().getByRole("status").innerText()).toContain(String(all.length));
    expect(await stepper().locator("nav [aria-current]").count()).toBe(1);
  });

  it("opens at the draft that the address names, and leaves the arrow keys to the page elsewhere", async () => {
    await open(THEME);
    const last = (await hashes()).at(-1)!;
    await open(THEME + last);
    expect(await stepper().locator("nav [aria-current]").getAttribute("href")).toBe(last);
    await page.locator("h1").click();
    await page.keyboard.press("ArrowLeft");
    expect(hash()).toBe(last);
  });

  it("is a list of redlines without script, in which an address sets off its draft; marks are heard once", async () => {
    await open(THEME, { javaScriptEnabled: false });
    expect(await stepper().getByRole("button").count()).toBe(0);
    const redline = stepper().locator("li:has(del):has(ins)").first();
    await page.goto(`${site.origin}${THEME}#${await redline.getAttribute("id")}`);
    expect(await page.locator(":target").locator("del, ins").first().isVisible()).toBe(true);
    const text = redline.locator("p:has(del)").first();
    const snapshot = await text.ariaSnapshot();
    expect(snapshot).not.toMatch(/deletion|insertion/);
    expect(snapshot).toContain("struck:");
    expect(await text.innerText()).not.toContain("struck:");
  });
});

describe("a comparison, without script", () => {
  const rows = () => page.locator("[data-change]");

  it("shows both answers with what changed, and its filters leave exactly the rows that they name", async () => {
    await open(fullestPage("compare"), { javaScriptEnabled: false });
    const changes = await rows().evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.change!));
    const moved = changes.filter((change) => change !== "same" && change !== "unknown");
    const visible = () => page.locator("[data-change]:visible").count();
    expect(await visible()).toBe(changes.length);
    expect(
      await rows()
        .filter({ has: page.locator("del") })
        .count(),
    ).toBeGreaterThan(0);
    expect(
      await rows()
        .filter({ has: page.locator("ins") })
        .count(),
    ).toBeGreaterThan(0);
    await page.getByRole("radio", { name: /only what changed/i }).check();
    expect(await visible()).toBe(moved.length);
    await page.getByRole("radio", { name: /added/i }).check();
    expect(await visible()).toBe(changes.filter((change) => change === "added").length);
    expect(
      await page.locator("section:visible:has([data-change]):not(:has([data-change]:visible))").count(),
    ).toBe(0);
    await page.getByRole("radio", { name: /everything/i }).check();
    expect(await visible()).toBe(changes.length);
  });

  it.each([640, 1440])("has two columns at %i px", async (width) => {
    await open(fullestPage("compare"), { viewport: { width, height: 900 } });
    const [left, right] = await rows()
      .first()
      .locator("[data-draft]")
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().top));
    expect(left).toBe(right);
  });

  it("leads to the other pairs, and every pair is listed", async () => {
    await open("/compare/", { javaScriptEnabled: false });
    const pairs = await page.locator('main a[href^="/compare/"]:visible').count();
    expect(pairs).toBeGreaterThan(1);
    await page.locator('main a[href^="/compare/"]:visible').last().click();
    expect(await rows().count()).toBeGreaterThan(0);
  });
});
