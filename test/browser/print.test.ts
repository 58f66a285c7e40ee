import { describe, expect, it } from "vitest";
import { useSite } from "../lib/browser.ts";
import { pdfPages } from "./pdf-text.ts";

const site = useSite();

/** Sheets of A4 that an explainer takes at most, with the addresses of its sources. */
const MOST_SHEETS = 12;

const bare = (text: string) => text.replace(/\s+/g, "");

describe.each(["/plan/", "/france/", "/corruption/"])("%s on paper", (path) => {
  it.each(["A4", "Letter"])(
    "%s: every part is there, no page is empty, and it says where it comes from",
    async (format) => {
      const page = await site.browser.newPage();
      await page.goto(site.origin + path, { waitUntil: "networkidle" });
      // Fonts that come late are left out; the second time they are at hand.
      await page.reload({ waitUntil: "networkidle" });
      const shown = await page.evaluate(() => ({
        title: document.querySelector("h1")!.innerText,
        headings: [...document.querySelectorAll<HTMLElement>("main h2")].map((heading) => heading.innerText),
        charts: [...document.querySelectorAll<HTMLElement>(".figure__title")].map((title) => title.innerText),
        sources: document.querySelectorAll(".page-sources li").length,
        lastSource: [...document.querySelectorAll<HTMLElement>(".page-sources li")]
          .at(-1)!
          .querySelector("a")!.innerText,
        addresses: [...document.querySelectorAll(".page-sources li > a:first-child")].map((link) =>
          link.getAttribute("href")!,
        ),
        words: document.querySelector("main")!.innerText.split(/\s+/).length,
      }));
      const pages = pdfPages(await page.pdf({ format }));
      const text = pages.join("");
      expect(pages[0]!.slice(0, 400)).toContain(bare(shown.title));
      const parts = [
        ...shown.headings,
        ...shown.charts,
        shown.lastSource,
        ...shown.addresses,
        `https://draft-by-draft.example${path}`,
      ];
      expect(parts.filter((part) => !text.includes(bare(part)))).toEqual([]);
      expect(shown.sources).toBeGreaterThan(20);
      expect(shown.addresses).toHaveLength(shown.sources);
      if (format === "A4") expect(pages.length).toBeLessThanOrEqual(MOST_SHEETS);
      // Nothing stands twice: neither a drawing in its other width nor a table behind it.
      for (const chart of shown.charts) expect(text.split(bare(chart))).toHaveLength(2);
      // A page of print holds 150 to 900 words of this kind, charts and lists of sources included.
      expect(pages.length).toBeGreaterThanOrEqual(Math.floor(shown.words / 900));
      expect(pages.length).toBeLessThanOrEqual(Math.ceil(shown.words / 150));
      expect(
        pages.flatMap((words, i) =>
          words.length < 80 && i < pages.length - 1 ? [`page ${i + 1}: ${words}`] : [],
        ),
      ).toEqual([]);
      expect(pages.at(-1)!.length).toBeGreaterThan(20);
      // What only a screen can use stays there.
      expect(text.includes(bare("Skip to the content"))).toBe(false);
      await page.close();
    },
  );
});
