import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useSite } from "../lib/browser.ts";

const site = useSite();
const EXPLAINERS = ["/plan/", "/france/", "/corruption/"];
/** Words of receipts that a reader by ear hears for a word of prose, at most. */
const MOST_HEARD = 0.08;

async function opened(path: string, options: Parameters<typeof site.browser.newPage>[0] = {}): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  return page;
}

describe("a sign opens what stands behind its sentence", () => {
  it("with who reported it, when, the page itself, its status in words; Escape gives the focus back", async () => {
    const page = await opened("/plan/");
    const sign = page.locator(".sign.reported").first();
    const number = (await sign.getAttribute("data-s"))!.split(" ")[0]!;
    const source = page.locator(`#s${number} > a`).first();
    await sign.focus();
    await page.keyboard.press("Enter");
    const note = page.getByRole("dialog", { name: "Source" });
    await note.waitFor();
    expect(await note.innerText()).toMatch(/^Reported: told by sources/);
    const link = note.locator("li a").first();
    expect(await link.innerText()).toBe(await source.innerText());
    expect(await link.getAttribute("href")).toMatch(/^https?:\/\//);
    expect(await note.locator("li").first().innerText()).toMatch(/20\d\d/);
    // The keyboard goes on inside.
    await page.keyboard.press("Tab");
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await note.isVisible()).toBe(false);
    expect(await sign.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe("");
    await page.close();
  });

  it("and copies the sentence before it, alone, with its source and its address", async () => {
    const page = await opened("/plan/");
    await page.evaluate(() => {
      const copied = (text: string) => ((window as unknown as { copied: string }).copied = text);
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: (text: string) => Promise.resolve(copied(text)) },
      });
    });
    const sign = page.locator(".prose p > .sign").nth(1);
    const [id, block] = await sign.evaluate((element) => [element.id, element.parentElement!.textContent!]);
    await sign.click();
    await page.getByRole("button", { name: "Copy sentence with source" }).click();
    await page.getByText("Copied.").waitFor();
    const [sentence, , source, address] = (
      await page.evaluate(() => (window as unknown as { copied: string }).copied)
    ).split("\n");
    expect(block).toContain(sentence);
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence!.length).toBeLessThan(block!.length / 1.5);
    expect(source).toMatch(/^Source: .*https?:\/\//);
    expect(address).toContain(`/plan/#${id}`);
    await page.close();
  });

  it("a term says what it is under pointer and keyboard, and still leads to the glossary", async () => {
    const page = await opened("/plan/");
    const term = page.locator(".prose a.term").first();
    await term.hover();
    const note = page.getByRole("tooltip");
    await note.waitFor();
    expect((await note.innerText()).length).toBeGreaterThan(20);
    await page.keyboard.press("Escape");
    expect(await note.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await page.locator(".sign").first().focus();
    while (!(await term.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press("Tab");
    await note.waitFor();
    expect(await term.getAttribute("aria-describedby")).toBe(await note.getAttribute("id"));
    await page.keyboard.press("Tab");
    expect(await note.isVisible()).toBe(false);
    await term.click();
    expect(new URL(page.url()).pathname).toBe("/glossary/");
    await page.close();
  });
});

describe("without script", () => {
  it("a sign leads to its source in the list, which opens on a phone, and the way back marks the sign", async () => {
    const page = await opened("/plan/", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const list = page.locator(".page-sources details");
    expect(await list.evaluate((element) => (element as HTMLDetailsElement).open)).toBe(false);
    const sign = page.locator(".sign").nth(1);
    const id = await sign.getAttribute("id");
    await sign.click();
    const entry = page.locator("li:target");
    expect(await entry.isVisible()).toBe(true);
    await entry.locator(`a[href="#${id}"]`).click();
    expect(await page.locator(".sign:target").getAttribute("id")).toBe(id);
    expect(
      await page.locator(".sign:target").evaluate((element) => getComputedStyle(element).outlineStyle),
    ).toBe("solid");
    await page.close();
  });
});

describe.each(EXPLAINERS)("%s", (path) => {
  it("signs are numbered as they are read, and every way back leads to one", async () => {
    const page = await opened(path);
    const found = await page.evaluate(() => ({
      signs: [...document.querySelectorAll(".sign")].map(({ id }) => id),
      back: [...document.querySelectorAll(".page-sources li > a ~ a")].map((link) =>
        link.getAttribute("href")!.slice(1),
      ),
      cited: [...document.querySelectorAll<HTMLElement>(".sign")].flatMap(({ dataset }) =>
        dataset.s!.split(" "),
      ),
    }));
    expect(found.signs).toEqual(found.signs.map((_, i) => `c${i + 1}`));
    expect(found.back.filter((id) => !found.signs.includes(id))).toEqual([]);
    expect(found.back).toHaveLength(found.cited.length);
    await page.close();
  });

  it(`by ear, receipts are at most ${MOST_HEARD} words a word of prose`, async () => {
    const page = await opened(path);
    const { prose, receipts } = await page.evaluate(() => {
      const words = (text: string | null) => text?.match(/\S+/g)?.length ?? 0;
      const text = document.querySelector(".prose")!.cloneNode(true) as Element;
      for (const other of text.querySelectorAll("chart-figure, table")) other.remove();
      const signs = [...document.querySelectorAll(".sign")];
      return {
        prose: words(text.textContent),
        receipts: signs.reduce(
          (sum, sign) => sum + words(sign.getAttribute("aria-label")) + words(sign.textContent),
          0,
        ),
      };
    });
    console.info(
      `${path}: ${receipts} words of receipts, ${prose} of prose: ${(receipts / prose).toFixed(3)}`,
    );
    expect(receipts / prose).toBeLessThanOrEqual(MOST_HEARD);
    await page.close();
  });

  it.each([360, 1440])(
    "at %i px every sign is a target of 24 px, on the line of its sentence, and notes in the margin lie apart",
    async (width) => {
      const page = await opened(path, { viewport: { width, height: 900 } });
      const problems = await page.evaluate(() => {
        const found: string[] = [];
        for (const sign of document.querySelectorAll(".sign")) {
          const boxes = sign.getClientRects();
          const { width, height, top, bottom } = boxes[0]!;
          if (boxes.length !== 1 || width < 24 || height < 24) found.push(`${sign.id}: ${width} × ${height}`);
          const before = document.createRange();
          const text = document.createTreeWalker(sign.closest("p, li, td")!, NodeFilter.SHOW_TEXT);
          text.currentNode = sign;
          const last = text.previousNode() as Text;
          before.setStart(last, last.data.trimEnd().length - 1);
          before.setEnd(last, last.data.trimEnd().length);
          const word = before.getClientRects()[0]!;
          if (word.top > bottom || word.bottom < top) found.push(`${sign.id} stands on a line of its own`);
        }
        return found;
      });
      expect(problems).toEqual([]);
      await page.close();
    },
  );
});

it("the list of sections marks the one that is read, and the header comes back on the way up", async () => {
  const page = await opened("/plan/");
  const heading = page.locator(".prose > h2").nth(2);
  await heading.evaluate((element) => element.scrollIntoView({ behavior: "instant" }));
  await expect
    .poll(() => page.locator(".toc [aria-current]").getAttribute("href"))
    .toBe(`#${await heading.getAttribute("id")}`);
  const header = page.locator(".site-header");
  expect(await header.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(0);
  await page.mouse.wheel(0, -120);
  await expect.poll(() => header.evaluate((element) => element.getBoundingClientRect().top)).toBe(0);
  await page.close();
});
