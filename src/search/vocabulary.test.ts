import { expect, test } from "vitest";
import { charts, glossary, ledger } from "../content/content.ts";
import { spellings } from "./records.ts";
import { correct } from "./spelling.ts";

/** Fields that hold other people's words, names in other spellings, or no words at all. */
const NOT_OURS = new Set([
  "also",
  "names",
  "quote",
  "words",
  "english",
  "title_of",
  "url",
  "sources",
  "values",
  "lang",
  "languages",
]);

/** Every word of the site's own vocabulary: all that a ledger says, except sources and quotations. */
function vocabulary(value: unknown): string[] {
  if (typeof value === "string")
    return /^[a-z0-9-]+$/.test(value) ? [] : (value.match(/[\p{L}\p{M}'’-]+/gu) ?? []);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_OURS.has(key) ? [] : vocabulary(inner)));
}
const { variants } = spellings(ledger, charts, glossary, []);
const own = [
  ...new Set(
    vocabulary([
      ledger.events,
      ledger.reasons,
      ledger.drafts,
      ledger.passages,
      ledger.themes,
      ledger.answers,
    ]),
  ),
];

test("a word of the site is searched for as it is, not as a name", async () => {
  const asked = await Promise.all(own.map((word) => correct(word, variants, () => Promise.resolve(true))));
  expect(asked.filter((word, i) => word.toLowerCase() !== own[i]?.toLowerCase())).toEqual([]);
});
