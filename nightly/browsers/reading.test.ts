import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SITE_DIR } from "../../test/lib/browser.ts";
import { EXAMPLES, fullestPage, pagesOf } from "../../test/lib/examples.ts";
import { token } from "./token.ts";
import { inEachEngine } from "./engines.ts";

const EXPLAINER = fullestPage("explainer");
const CLAUSE = fullestPage("theme");
const CLAUSE_EMBED = fullestPage("clauseEmbed");
/** The fullest comparison with marked words: of two texts whose words are both held. */
const REDLINE = pagesOf("comparison").find((path) =>
  readFileSync(join(SITE_DIR, path, "index.html"), "utf8").includes("<del"),
)!;

inEachEngine("reading", (reader) => {
  it("no page is wider than a screen of 1280 or of 375 px", async () => {
    const wide: string[] = [];
    for (const { path } of EXAMPLES) {
      await reader().open(path);
      if (await reader().see(() => innerWidth !== 1280 || document.documentElement.scrollWidth > innerWidth))
        wide.push(`${path} at 1280 px`);
    }
    // No window is as narrow as a phone; a frame is.
    await reader().open("/404/");
    for (const { path } of EXAMPLES) {
      const [width, content] = await reader().see(async (path) => {
        const frame = Object.assign(document.createElement("iframe"), { src: path, width: 375, height: 800 });
        frame.style.cssText = "position:fixed;inset:0 auto auto 0;border:0";
        document.body.append(frame);
        await new Promise((loaded) => frame.addEventListener("load", loaded));
        const { innerWidth, document: page } = frame.contentWindow!;
        const seen = [innerWidth, page.documentElement.scrollWidth] as const;
        frame.remove();
        return seen;
      }, path);
      if (width !== 375 || content > width) wide.push(`${path} at 375 px: ${content}`);
    }
    expect(wide).toEqual([]);
  });

  it("a figure shows one drawing, made for its width, in the colours of the page", async () => {
    await reader().open(fullestPage("chart"));
    const shown = await reader().see(() =>
      [...document.querySelectorAll("main .drawing")]
        .filter((drawing) => drawing.getClientRects().length > 0)
        .map(({ className }) => className),
    );
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/drawing--(wide|full)/);
    const inks = await reader().see(() =>
      [...document.querySelectorAll("main .drawing .chart text")].map((text) => getComputedStyle(text).fill),
    );
    expect(inks).toContain(token("ink").light);
  });

  it("two drafts are next to each other, and the words that changed are marked", async () => {
    await reader().open(fullestPage("comparison"));
    const tops = await reader().see(() =>
      [...document.querySelectorAll(".diff__old, .diff__new")]
        .slice(0, 2)
        .map((side) => side.getBoundingClientRect().top),
    );
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBe(tops[1]);
    await reader().open(REDLINE);
    const marks = await reader().see(() =>
      ["del", "ins"].map((mark) => getComputedStyle(document.querySelector(mark)!).textDecorationLine),
    );
    expect(marks).toEqual(["line-through", "underline"]);
  });

  it.each(["/", CLAUSE])("one steps from draft to draft by pointer and by arrow keys: %s", async (path) => {
    await reader().open(path);
    const shown = () =>
      reader().see(() => {
        const steps = document.querySelector(".steps")!;
        return [...steps.querySelectorAll(".steps__stop")].flatMap((stop, index) =>
          stop.querySelector(".steps__panel")!.checkVisibility({ visibilityProperty: true }) ? [index] : [],
        );
      });
    await reader().click(".steps .steps__stop:nth-of-type(1) > label");
    expect(await shown()).toEqual([0]);
    await reader().press("ArrowRight");
    expect(await shown()).toEqual([1]);
    await reader().press("ArrowLeft");
    expect(await shown()).toEqual([0]);
  });

  it("the timeline lists the events of the topic that is chosen", async () => {
    await reader().open("/timeline/");
    await reader().click(".filters label:last-of-type");
    const [listed, counted] = await reader().see(() => [
      [...document.querySelectorAll(".event")].filter((event) => event.getClientRects().length > 0).length,
      Number(document.querySelector(".filters label:last-of-type small")!.textContent),
    ]);
    expect(listed).toBe(counted);
  });

  it("the legend of the topics is next to them", async () => {
    await reader().open("/timeline/");
    const rows = await reader().see(() =>
      [...document.querySelectorAll(".filters")]
        .filter((row) => row.getClientRects().length > 0)
        .map((row) => {
          const [legend, label] = [row.querySelector("legend")!, row.querySelector("label")!].map((element) =>
            element.getBoundingClientRect(),
          );
          return { before: legend!.right <= label!.left, level: Math.abs(legend!.top - label!.top) < 4 };
        }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ before, level }) => !before || !level)).toEqual([]);
  });

  it("a clause shows the sources of an answer, and is led to at the row of a draft", async () => {
    await reader().open(CLAUSE);
    await reader().click(".steps .steps__stop:nth-of-type(1) > label");
    await reader().click(".clause__answer summary");
    expect(
      await reader().see(
        () => document.querySelector<HTMLAnchorElement>(".clause__answer .sources__list a")!.href,
      ),
    ).toMatch(/^https?:/);
    const id = await reader().see(() => [...document.querySelectorAll(".clause__answer[id]")].at(-1)!.id);
    await reader().open(`${CLAUSE}#${id}`);
    expect(
      await reader().see(() => {
        const answer = document.querySelector<HTMLElement>(".clause__answer:target")!;
        return [answer.id, answer.checkVisibility({ visibilityProperty: true })];
      }),
    ).toEqual([id, true]);
  });

  it("a sign opens its receipts, and Escape gives the focus back", async () => {
    await reader().open(EXPLAINER);
    await reader().see(() => document.querySelector<HTMLElement>(".citation")!.focus());
    await reader().press("Enter");
    const note = () =>
      reader().see(() => document.querySelector<HTMLElement>("#page_note:popover-open")?.innerText ?? "");
    await expect.poll(note, { timeout: 10_000 }).not.toBe("");
    expect(
      await reader().see(
        () => document.querySelector("#page_note")!.getBoundingClientRect().right <= innerWidth,
      ),
    ).toBe(true);
    await reader().press("Escape");
    await expect.poll(note).toBe("");
    expect(await reader().see(() => document.activeElement === document.querySelector(".citation"))).toBe(
      true,
    );
    await reader().click(".citation");
    await expect.poll(note).not.toBe("");
  });
});

inEachEngine(
  "a reader who prefers dark",
  (reader) => {
    it.each(["/", EXPLAINER, CLAUSE, "/timeline/", fullestPage("chart"), CLAUSE_EMBED])(
      "gets dark paper and light ink: %s",
      async (path) => {
        await reader().open(path);
        const seen = await reader().see(() => {
          const { backgroundColor, color } = getComputedStyle(document.documentElement);
          return { backgroundColor, color };
        });
        expect(seen).toEqual({ backgroundColor: token("paper").dark, color: token("ink").dark });
      },
    );

    it("in an embed, too, where what is struck and put in keeps its colour", async () => {
      await reader().open(CLAUSE_EMBED);
      const fills = await reader().see(() =>
        [".struck", ".inserted"].map((mark) => getComputedStyle(document.querySelector(mark)!).fill),
      );
      expect(fills).toEqual([token("struck").dark, token("inserted").dark]);
    });

    it("gets light colours on the ground of the page in an embed whose host is light", async () => {
      await reader().open(`${CLAUSE_EMBED}#light`);
      const { ground, ink } = await reader().see(() => ({
        ground: getComputedStyle(document.documentElement).backgroundColor,
        ink: getComputedStyle(document.querySelector(".chart text")!).fill,
      }));
      expect({ ground, ink }).toEqual({ ground: "rgba(0, 0, 0, 0)", ink: token("ink").light });
    });
  },
  "dark",
);
