import { expect, test } from "vitest";
import { charts, glossary, ledger } from "../content.ts";
import { nearest, spell } from "./spelling.ts";
import { spellings } from "./spellings.ts";

/** Fields that hold other people's words, names in other spellings, or no words at all. */
const NOT_OURS = new Set([
  "also",
  "names",
  "quote",
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
      ledger.points,
      ledger.themes,
      ledger.provisions,
    ]),
  ),
];

test("a word of the site is searched for as it stands, not as a name", () => {
  expect(own.length).toBeGreaterThan(3000);
  expect(own.filter((word) => spell(word, variants).toLowerCase() !== word.toLowerCase())).toEqual([]);
});

test("a word of a name that misses by a letter is that word", () => {
  expect(["gurantees", "amnasty", "teritory"].map((word) => nearest(word, variants))).toEqual([
    "guarantees",
    "Amnesty",
    "Territory",
  ]);
});
