import { expect, test } from "vitest";
import { openSearch } from "./open-search.ts";

test("the description leads to the search page, with the address escaped", () => {
  const xml = openSearch("https://site.example/a&b/search/", "https://site.example/favicon.svg");
  expect(xml).toContain('template="https://site.example/a&amp;b/search/?q={searchTerms}"');
  expect(xml).toContain('rel="self" template="https://site.example/a&amp;b/opensearch.xml"');
});
