import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { useSite } from "../lib/browser.ts";

/** A query and the pages that answer it: one that should come first, others that may stand in its place. */
interface Query {
  query: string;
  first: string;
  within?: string[];
  /** The filter that is set. */
  kind?: string;
}

const site = useSite();

it.each([
  { table: "queries", atLeast: 160, first: 0.93, three: 0.98 },
  { table: "unseen", atLeast: 60, first: 0.8, three: 0.85 },
])(
  "answers what people type: the table $table",
  async ({ table, atLeast, first: firstShare, three: threeShare }) => {
    const queries = parse(readFileSync(`test/search/${table}.yaml`, "utf8")) as Query[];
    expect(queries.length).toBeGreaterThanOrEqual(atLeast);
    expect(await missing(queries.flatMap(({ first, within = [] }) => [first, ...within]))).toEqual([]);
    const page = await site.browser.newPage();
    const misses: string[] = [];
    let first = 0;
    let three = 0;
    let reciprocal = 0;
    for (const { query, first: best, within = [], kind } of queries) {
      await page.goto(`${site.origin}/search/?${new URLSearchParams({ q: query, ...(kind && { kind }) })}`);
      await page
        .locator("#search-page .search-status", { hasText: /result|Nothing|No page|could not/ })
        .waitFor();
      const found = await page
        .locator("#search-page .result__title a")
        .evaluateAll((links) =>
          links
            .map((link) => new URL((link as HTMLAnchorElement).href))
            .map(({ pathname, hash }) => pathname + hash),
        );
      // A page is right wherever it opens; a part of a page only there.
      const right = [best, ...within];
      const rank =
        found.findIndex((path) =>
          right.some((page) => page === (page.includes("#") ? path : path.replace(/#.*/, ""))),
        ) + 1;
      if (rank === 1) first++;
      if (rank >= 1 && rank <= 3) three++;
      if (rank > 0) reciprocal += 1 / rank;
      if (rank !== 1) misses.push(`${query}: rank ${rank || "none"}; found ${found.slice(0, 3).join(" ")}`);
    }
    const share = (count: number) => count / queries.length;
    console.log(
      `${queries.length} queries: ${share(first).toFixed(3)} at 1, ${share(three).toFixed(3)} at 3, mean reciprocal rank ${share(reciprocal).toFixed(3)}\n${misses.join("\n")}`,
    );
    expect(share(three)).toBeGreaterThanOrEqual(threeShare);
    expect(share(first)).toBeGreaterThanOrEqual(firstShare);
  },
  240_000,
);

/** Those of the addresses that the site does not have: a query whose answer has gone asks for nothing. */
async function missing(addresses: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const address of new Set(addresses)) {
    const [path, id] = address.split("#");
    const response = await fetch(site.origin + path);
    const html = await response.text();
    if (!response.ok || (id && !html.includes(`id="${id}"`))) gone.push(address);
  }
  return gone;
}
