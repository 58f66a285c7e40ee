import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkMarkup } from "./markup.ts";
import { folderOf } from "./page.fixture.ts";

test(
  "invalid HTML is named with rule and place, by whatever thread found it, with a cache and without",
  { timeout: 60_000 },
  async () => {
    const cache = join(folderOf({}), "cache");
    const pages = Array.from({ length: 50 }, (_, i) => ({
      url: `/${i}/`,
      file: `${i}/index.html`,
      html: i === 40 ? '<p>\n<div></p><b style="color: red">' : `<p>${i}</p>`,
    }));
    const problems = await checkMarkup(pages, cache);
    expect(readdirSync(cache)).toHaveLength(49);
    expect(await checkMarkup(pages, cache)).toEqual(problems);
    expect(problems.join("\n")).toContain("no-inline-style");
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatch(/^40\/index\.html:\d+:\d+ .*; mend: see html-validate\.org\/rules\//);
  },
);
