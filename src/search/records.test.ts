import { expect, test } from "vitest";
import { charts, glossary, ledger } from "../content/content.ts";
import { searchRecords, spellings } from "./records.ts";
import { correct, nearest } from "./spelling.ts";

const records = searchRecords(ledger, charts, glossary);
const of = (kind: string) => records.filter(({ filters }) => filters.kind === kind);

test("every point, term, reason, chart and source is one record at an address of its own", () => {
  expect(of("Point")).toHaveLength(ledger.points.length);
  expect(of("Term")).toHaveLength(glossary.length);
  expect(of("Reason")).toHaveLength(ledger.reasons.length);
  expect(of("Chart")).toHaveLength(charts.length);
  expect(of("Source")).toHaveLength(ledger.sources.length);
  expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
});

test("a point has its draft’s date and topic", () => {
  expect(of("Point").find(({ url }) => url === "/drafts/us-28/#point-6")).toMatchObject({
    title: "Point 6 of the 28-point US draft: Army capped at 600,000",
    filters: { topic: "The plan", year: "2025" },
    date: "2025-11-20",
  });
});

test("of a chart’s table only the names of columns and rows are searched", () => {
  const { text } = of("Chart").find(({ url }) => url === "/charts/corruption-index/")!;
  expect(text).toMatch(
    /Year, Ukraine, Russia, Poland, Hungary, Romania, Moldova, Georgia, Worked out, not read\. Chart/,
  );
});

test("a chart is called by the words of its id, too, and by the questions that it says it answers", () => {
  for (const [i, { id, also }] of charts.entries())
    for (const name of [id.replaceAll("-", " "), ...also])
      expect(of("Chart")[i]!.text).toContain(name.replace(/[.\s]+$/, ""));
});

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
    vocabulary([ledger.events, ledger.reasons, ledger.drafts, ledger.points, ledger.themes, ledger.answers]),
  ),
];

test("a word of the site is searched for as it is, not as a name", async () => {
  expect(own.length).toBeGreaterThan(3000);
  const asked = await Promise.all(own.map((word) => correct(word, variants, () => Promise.resolve(true))));
  expect(asked.filter((word, i) => word.toLowerCase() !== own[i]?.toLowerCase())).toEqual([]);
});

test("a word of a name that misses by a letter is that word", () => {
  expect(["gurantees", "amnasty", "teritory"].map((word) => nearest(word, variants))).toEqual([
    "guarantees",
    "Amnesty",
    "Territory",
  ]);
});
