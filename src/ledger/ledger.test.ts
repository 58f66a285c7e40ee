import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { day, id, line, partialDate, webUrl } from "../yaml/fields.ts";
import { MINIMAL } from "./ledger.fixture.ts";
import { type CollectionName, collections } from "./ledger.ts";

const takes = (name: CollectionName, row: object) => collections[name].safeParse(row).success;

describe.for<[name: string, field: z.ZodType, good: unknown[], bad: unknown[]]>([
  ["id", id, ["first-28", "x".repeat(80)], ["", "US-28", "a--b", "-a", "a_b", "é", "a\n", "x".repeat(81)]],
  [
    "line",
    line,
    [" padded ", "Текст – “так”"],
    [
      " ",
      "…",
      "a\nb",
      "a<b",
      "a\u200eb",
      "a\u202eb",
      "a\u061cb",
      "a\u2028b",
      "a\u{e0041}b",
      "a\u001bb",
      "x".repeat(2001),
    ],
  ],
  [
    "partialDate",
    partialDate,
    [2025, "2025-11", "2025-11-23", "2024-02-29"],
    ["2025-02-29", "2025-13", "2025-11-00", "25-11-23", "2025-1-1", "0099", "2100", 2025.5, "", true],
  ],
  ["day", day, ["2025-11-23"], ["2025-11", "2025", 2025, "2025-02-29", "23 November 2025"]],
  [
    "webUrl",
    webUrl,
    ["https://ap.example/a?b=c#d", "http://ap.example", "https://приклад.укр/"],
    [
      "JAVASCRIPT:alert(1)",
      "data:text/html,x",
      "//ap.example",
      "https:///",
      "https://ap.example@evil.example/",
      "https://ap.example/\u202enalp",
      "https://a b.example",
      "https://a.example./x",
      'https://a.example/"x',
      "https://a.example:99999/",
    ],
  ],
])("%s", ([, field, good, bad]) => {
  test.for(good.map((value) => [value]))("takes %j", ([value]) =>
    expect(field.safeParse(value).success).toBe(true),
  );
  test.for(bad.map((value) => [value]))("rejects %j", ([value]) =>
    expect(field.safeParse(value).success).toBe(false),
  );
});

test("a line is trimmed and judged alike each time; a date becomes text", () => {
  expect(line.parse("  Text ")).toBe("Text");
  for (let i = 0; i < 3; i++) expect(line.safeParse("a\u202eb").success).toBe(false);
  expect(partialDate.parse(2025)).toBe("2025");
});

test.for<[name: CollectionName, good: object, bad: object]>([
  ["proceedings", { against: { text: "A ruling.", sources: ["a"] } }, { against: { text: "A ruling." } }],
  [
    "proceedings",
    { answer: { text: "Denies it.", date: "2025-12", sources: ["a"] } },
    { answer: { text: "Denies it.", date: "2025" } },
  ],
  ["proceedings", { answer: { text: "None found." } }, { answer: { text: "Denies it.", sources: ["a"] } }],
  ["answers", { says: undefined, absent: true }, { absent: true }],
  ["answers", { passages: ["10a", 1] }, { passages: ["10 a"] }],
  ["answers", { passages: ["2.1"] }, { passages: [2.1] }],
  [
    "drafts",
    { read_whole: { day: "2026-01-01", source: "a" } },
    { absence: "unreported", read_whole: { day: "2026-01-01", source: "a" } },
  ],
  ["region-claims", { draft: undefined, clause: undefined, position: "a" }, { position: "a" }],
  // No number, offer or flow is taken for confirmed because nothing is said.
  ["flows", {}, { certainty: "confirmed" }],
  // The words say whether they tell an accusation.
  ["flows", { label: "suspected of a bribe" }, { label: "Suspected in a case: a bribe" }],
  ["proceedings", { allegation: "charged with theft" }, { allegation: "in charge of it, and stole" }],
])("%s: %j is taken, %j is not", ([name, good, bad]) => {
  expect(takes(name, { ...MINIMAL[name], ...good })).toBe(true);
  expect(takes(name, { ...MINIMAL[name], ...bad })).toBe(false);
});
