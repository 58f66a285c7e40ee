import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { CONTENT_DIR } from "../../src/settings.ts";
import { SITE_DIR, useSite } from "../lib/browser.ts";

/** A query and the pages that answer it: one that should come first, others that may come first instead. */
interface Query {
  query: string;
  first: string;
  within?: string[];
  /** The filter that is set. */
  kind?: string;
}

/** A fact that the story starts from: what to search for, and a page among the first results that has a receipt. */
interface Seed {
  fact: string;
  query: string;
  page: string;
}

/** Rows of a table in search/; none if the story does not have it. */
function readTable<Row>(name: string): Row[] {
  const path = `${CONTENT_DIR}/search/${name}.yaml`;
  return existsSync(path) ? (parse(readFileSync(path, "utf8")) as Row[]) : [];
}

const site = useSite();

/** All queries of a table are asked one after the other. */
const RELEVANCE_TIMEOUT_MS = 240_000;

// The floors are a little under what was measured when search was last changed.
it.for([
  { table: "queries", minFirst: 0.95, minThree: 0.99 },
  { table: "unseen", minFirst: 0.89, minThree: 0.95 },
])(
  "answers what people type: the table $table",
  { timeout: RELEVANCE_TIMEOUT_MS },
  async ({ table, minFirst, minThree }, { skip }) => {
    const queries = readTable<Query>(table);
    skip(queries.length === 0, "the story has no such table");
    expect(missingPages(queries.flatMap(({ first, within = [] }) => [first, ...within]))).toEqual([]);
    const results = await resultsOf(queries);
    const ranks = queries.map(({ first, within = [] }, i) => {
      // A page is right wherever it opens; a part of a page only there.
      const right = [first, ...within];
      return (
        results[i]!.findIndex((path) =>
          right.some((page) => page === (page.includes("#") ? path : path.replace(/#.*/, ""))),
        ) + 1
      );
    });
    const share = (most: number) => ranks.filter((rank) => rank >= 1 && rank <= most).length / queries.length;
    const misses = queries.flatMap(({ query }, i) =>
      ranks[i] === 1
        ? []
        : [`${query}: rank ${ranks[i] || "none"}; found ${results[i]!.slice(0, 3).join(" ")}`],
    );
    console.log(
      `${queries.length} queries: ${share(1).toFixed(3)} at 1, ${share(3).toFixed(3)} at 3\n${misses.join("\n")}`,
    );
    expect(share(3)).toBeGreaterThanOrEqual(minThree);
    expect(share(1)).toBeGreaterThanOrEqual(minFirst);
  },
);

it.each(readTable<Seed>("seed"))(
  "finds a fact that the story starts from, with a receipt: $fact",
  async ({ query, page: path }) => {
    const [results = []] = await resultsOf([{ query }]);
    expect(results.slice(0, 3).map((result) => result.replace(/#.*/, ""))).toContain(path);
    const html = readFileSync(join(SITE_DIR, path, "index.html"), "utf8");
    const [main = ""] = /<main[^]*<\/main>/.exec(html) ?? [];
    expect(main).toMatch(/<a [^>]*href="(\/sources\/|http)/);
  },
);

/** Addresses of the results of each query, all asked on one page, as if a reader went back and forth between them. */
async function resultsOf(queries: readonly Pick<Query, "query" | "kind">[]): Promise<string[][]> {
  const page = await site.browser.newPage();
  await page.goto(`${site.origin}/search/`);
  await page.locator("#search-page .search-status").waitFor({ state: "attached" });
  const results: string[][] = [];
  for (const { query, kind } of queries) {
    await page.evaluate(
      (parameters) => {
        document.querySelector("#search-page .search-status")!.textContent = "";
        history.replaceState(null, "", `?${new URLSearchParams(parameters)}`);
        dispatchEvent(new PopStateEvent("popstate"));
      },
      { q: query, ...(kind && { kind }) },
    );
    // A search that fails is no miss, but stops the test here.
    await page
      .locator("#search-page .search-status", { hasText: /result|Nothing found|No page has/ })
      .waitFor();
    results.push(
      await page.locator("#search-page .search-results > li").evaluateAll((items) =>
        // The first link of a result is its page, the others are parts of it.
        items
          .flatMap((item) => item.querySelector("a")?.href ?? [])
          .map((href) => new URL(href).pathname + new URL(href).hash),
      ),
    );
  }
  await page.close();
  return results;
}

/** Those of the addresses that the site does not have: a query whose answer is gone tests nothing. */
function missingPages(addresses: readonly string[]): string[] {
  return addresses.filter((address) => {
    const [path = "", id] = address.split("#");
    const file = join(SITE_DIR, path, path.endsWith("/") ? "index.html" : "");
    return !existsSync(file) || (id !== undefined && !readFileSync(file, "utf8").includes(`id="${id}"`));
  });
}
