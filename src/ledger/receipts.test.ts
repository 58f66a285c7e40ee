import { describe, expect, test } from "vitest";
import { quoteWords, receiptsIn, receiptSchema, sources } from "./receipts.ts";

const seen = "2026-11-29";

describe("a source may come with its words", () => {
  const row = {
    sources: [
      "a",
      { id: "b", words: "Sixty ships.", seen },
      { id: "b", words: "In peace.", seen },
      { id: "c", not_found: seen },
    ],
    answer: {
      sources: [{ id: "d", words: "Soixante", lang: "fr", english: "Sixty", translated_by: "ours", seen }],
    },
  };
  test("the row keeps the ids, each once, and the words are found in every list of sources", () => {
    expect(sources.parse(row.sources)).toEqual(["a", "b", "c"]);
    expect(receiptsIn(row).map(({ id, words, not_found }) => [id, words ?? not_found])).toEqual([
      ["b", "Sixty ships."],
      ["b", "In peace."],
      ["c", seen],
      ["d", "Soixante"],
    ]);
  });
  test("a list needs a source", () => expect(sources.safeParse([]).success).toBe(false));
});

test.for<[name: string, receipt: object, field: string]>([
  ["without words", { seen }, "words"],
  ["without a day", { words: "Sixty." }, "seen"],
  ["of words that were not found", { words: "Sixty.", seen, not_found: seen }, "words"],
  ["in another language without English", { words: "Soixante", lang: "fr", seen }, "english"],
  [
    "with English that nobody translated",
    { words: "Soixante", lang: "fr", english: "Sixty", seen },
    "translated_by",
  ],
  ["of 41 words", { words: "ship ".repeat(41).trim(), seen }, "words"],
])("a receipt is rejected %s", ([, receipt, field]) => {
  const { error } = receiptSchema.safeParse({ id: "a", ...receipt });
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});

test("words that a source has in quotation marks are not quoted twice, and marks inside are single", () => {
  const words = [
    '"Sixty ships."',
    "“Sixty ships.”",
    '"Sixty ships.',
    'They said "sixty".',
    "“Sixty,” he said; “in peace”",
  ];
  expect(words.map(quoteWords)).toEqual([
    "“Sixty ships.”",
    "“Sixty ships.”",
    "“Sixty ships.”",
    "“They said ‘sixty’.”",
    "“‘Sixty,’ he said; ‘in peace’”",
  ]);
});
