import { expect, test } from "vitest";
import { twin } from "./index-search.ts";

const page = (main: string) =>
  `<html><head><title>Plan</title></head><body><nav>Elsewhere</nav><main>` +
  `<article data-pagefind-body>${main}</article></main><footer>Foot</footer></body></html>`;

test("search reads the head and text of a page, without its sources, navigation and footer", () => {
  const seen = twin(page('<p>Yermak left.</p><section class="source-list"><p>Reuters</p></section>'), {});
  expect(seen).toContain("<title>Plan</title>");
  expect(seen).toContain("<p>Yermak left.</p>");
  for (const word of ["Reuters", "Elsewhere", "Foot"]) expect(seen).not.toContain(word);
});

test("a name spelled differently is also found by the site’s spelling", () => {
  expect(twin(page("<p>Ermak left.</p>"), { ermak: "Yermak" })).toContain("<p data-pagefind-body>Yermak</p>");
  expect(twin(page("<p>Nobody left.</p>"), { ermak: "Yermak" })).not.toContain("<p data-pagefind-body>");
});
