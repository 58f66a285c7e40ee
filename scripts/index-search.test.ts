import { expect, test } from "vitest";
import { twin } from "./index-search.ts";

const page = (main: string) =>
  `<html><head><title>Plan</title></head><body><nav>Elsewhere</nav><main>` +
  `<article data-pagefind-body>${main}</article></main><footer>Foot</footer></body></html>`;

test("of a page search sees its head and its text, without the list of its sources and what stands around", () => {
  const seen = twin(page('<p>Yermak left.</p><section class="source-list"><p>Reuters</p></section>'), {});
  expect(seen).toContain("<title>Plan</title>");
  expect(seen).toContain("<p>Yermak left.</p>");
  for (const word of ["Reuters", "Elsewhere", "Foot"]) expect(seen).not.toContain(word);
});

test("a name that the text spells otherwise stands in the site’s spelling besides", () => {
  expect(twin(page("<p>Ermak left.</p>"), { ermak: "Yermak" })).toContain("<p data-pagefind-body>Yermak</p>");
  expect(twin(page("<p>Nobody left.</p>"), { ermak: "Yermak" })).not.toContain("<p data-pagefind-body>");
});
