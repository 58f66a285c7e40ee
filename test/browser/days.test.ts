import { describe, expect, it } from "vitest";
import { useSite } from "../lib/browser.ts";

const site = useSite();

describe("the timeline, with script off", () => {
  it("opens at the latest month and those of the talks, and unfolds a month that a link names", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/timeline/`);
    const names = await page.locator(".period h3").allInnerTexts();
    const open = await page.locator(".period[open] h3").allInnerTexts();
    expect(open).toEqual([names[0], "February 2026", "January 2026", "December 2025", "November 2025"]);
    expect(names.findIndex((name) => /not known/.test(name))).toBeGreaterThan(0);
    await page.getByRole("navigation", { name: "Years and months" }).locator('[href="#in-2025-08"]').click();
    expect(await page.locator("#in-2025-08 .event").first().isVisible()).toBe(true);
    expect(await page.locator("#in-2025-07 .event").first().isVisible()).toBe(false);
  });

  it("says how many events a choice leaves before it lists them, and lists just those, folded ones too", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/timeline/`);
    const status = page.getByRole("status");
    const before = await status.evaluate((element) =>
      Boolean(
        element.compareDocumentPosition(document.querySelector(".event")!) & Node.DOCUMENT_POSITION_FOLLOWING,
      ),
    );
    expect(before).toBe(true);
    const said = async () =>
      /^(\d+) of (\d+) events shown/
        .exec(await status.innerText())!
        .slice(1)
        .map(Number);
    const [shown, total] = await said();
    expect(shown).toBe(total);
    await page.locator("#topic-france").check();
    await page.locator("#status-disputed").check();
    const [left] = await said();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(total!);
    expect(await page.locator(".event:visible").count()).toBe(left);
    await page.getByRole("link", { name: "Show everything" }).click();
    expect((await said())[0]).toBe(total);
  });
});

it("a day leads to the next and back, and to what stood open that evening", async () => {
  const page = await site.browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.origin}/timeline/2025-12-01/`);
  const standing = page.getByRole("complementary", { name: "Where things stood that evening" });
  await expect(standing.getByRole("link", { name: "Florida revision" }).count()).resolves.toBe(1);
  await expect(standing.getByRole("link", { name: "Rustem Umerov" }).count()).resolves.toBe(1);
  await page.locator('a[rel="next"]').first().click();
  expect(new URL(page.url()).pathname).toBe("/timeline/2025-12-02/");
  await page.locator('a[rel="prev"]').last().click();
  expect(new URL(page.url()).pathname).toBe("/timeline/2025-12-01/");
});

describe("the sentence of an event, to copy", () => {
  it.each(["with", "without"])("is on the clipboard, and said to be, %s HTTPS", async (secure) => {
    const context = await site.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    if (secure === "without")
      await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.goto(`${site.origin}/events/rafale-hundred/`);
    const button = page.getByRole("button", { name: /^Markdown/ });
    await button.focus();
    await button.press("Enter");
    await page.getByRole("status").filter({ hasText: "Copied: Markdown" }).waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    const reader = await context.newPage();
    await reader.goto(`${site.origin}/about/`);
    expect(await reader.evaluate(() => navigator.clipboard.readText())).toMatch(
      /100 Rafale.*\(\[.*\]\(<https:.*\[Draft by Draft\]/,
    );
    await context.close();
  });

  it("is not offered where there is no script", async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/events/rafale-hundred/`);
    expect(await page.getByText("Copy sentence with source").isVisible()).toBe(false);
  });
});

it("the front page leads to an explanation and to a clause within the first screen, at 1440 and 360 px", async () => {
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
  ] as const) {
    const page = await site.browser.newPage({ viewport: { width, height } });
    await page.goto(site.origin);
    for (const href of ["/plan/", "/clauses/armed-forces-size/#army-cap"]) {
      const box = await page.locator(`main a[href="${href}"]`).first().boundingBox();
      expect(box!.y + box!.height, `${href} at ${width} px`).toBeLessThanOrEqual(height);
    }
  }
});

it("a section and a paragraph of an explainer have addresses, and their signs show with the pointer", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/plan/`);
  const ids = await page
    .locator(".prose > :is(h2, h3, p)")
    .evaluateAll((elements) => elements.map(({ tagName, id }) => ({ tagName, id })));
  let [section, count] = ["", 0];
  for (const { tagName, id } of ids) {
    if (tagName !== "P") [section, count] = [id, 0];
    else expect(id).toBe(`${section}-p${++count}`);
  }
  const paragraph = page.locator(".prose > p").nth(2);
  const sign = paragraph.locator(".anchor");
  expect(await sign.evaluate((element) => getComputedStyle(element).opacity)).toBe("0");
  await paragraph.hover();
  expect(await sign.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
  await sign.click();
  expect(new URL(page.url()).hash).toBe(`#${await paragraph.getAttribute("id")}`);
});
