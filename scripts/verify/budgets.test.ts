import { describe, expect, test } from "vitest";
import { checkBudgets } from "./budgets.ts";
import { folderOf, goodHead, pageOf } from "./page.fixture.ts";

describe("budgets", () => {
  // Hexadecimal digits of no order compress to about half.
  const noise = (bytes: number) =>
    Array.from({ length: bytes }, (_, i) =>
      ((Math.imul(i + 1, 2654435761) ^ Math.imul(i, i * 40503)) >>> 0).toString(36).at(-3),
    ).join("");
  const head =
    `${goodHead("/plan/")}<link rel="stylesheet" href="/s.css"><script type="module" src="/s.js"></script>` +
    '<link rel="preload" as="font" href="/f.woff2">';
  const light = {
    "s.css": "a{}",
    "s.js": 'import"./t.js";import("./lazy.js")',
    "t.js": "1",
    "lazy.js": noise(90_000),
    "f.woff2": noise(1000),
  };
  const check = (url: string, body: string, files: Record<string, string> = {}) => {
    const page = pageOf(url, body, head);
    return checkBudgets([page], folderOf({ ...light, ...files, [page.file]: page.html }));
  };

  test("a light page passes, and what is loaded on demand is not counted", async () => {
    expect(await check("/plan/", "<p>x</p>")).toMatchObject({ problems: [], warnings: [] });
  });

  test.each([
    ["/plan/", noise(120_000), {}, "plan/index.html: the HTML"],
    ["/plan/", "<i></i>".repeat(4000), {}, "plan/index.html: what it has: 4,0"],
    ["/sources/t/", "<i></i>".repeat(3000), {}, "sources/t/index.html: what it has: 3,0"],
    ["/sources/", noise(240_000), {}, "sources/index.html: the HTML"],
    ["/embed/a/", noise(60_000), {}, "embed/a/index.html: the HTML"],
    ["/plan/", "", { "t.js": noise(30_000) }, "its script"],
    ["/drafts/", "", { "s.css": noise(40_000) }, "its styles"],
    [
      "/drafts/",
      "",
      { "f.woff2": noise(90_000) },
      "its preloaded fonts: 90,000 bytes after brotli, the budget is 81,920",
    ],
    ["/plan/", "", { "s.css": "@font-face{font-family:A;src:url(a.woff2)}" }, "a font that blocks text"],
  ])("%s too heavy is named (%#)", async (url, body, files, message) => {
    expect((await check(url, body, files as Record<string, string>)).problems).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test("from nine tenths of a budget on a page is warned of, and passes", async () => {
    const { problems, warnings } = await check("/drafts/", "", { "f.woff2": noise(78_000) });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining("its preloaded fonts: 78,000 bytes after brotli, the budget is 81,920"),
    ]);
  });
});
