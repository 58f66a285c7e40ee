import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { countryCode, day, figure, id, lang, line, partialDate, sources, status, webUrl } from "./fields.ts";
import { quote } from "./schema/quotation.ts";

/** What a field takes and what it refuses. */
const FIELDS: [name: string, field: z.ZodType, good: unknown[], bad: unknown[]][] = [
  [
    "id",
    id,
    ["us-28", "a", "ki-2025-12-01-paris", "x".repeat(80)],
    ["", "US-28", "a--b", "-a", "a-", "a_b", "a b", "é", "a\n", "x".repeat(81), 28],
  ],
  [
    "line",
    line,
    ["Text", " padded ", "Текст – “так”", "x".repeat(2000)],
    [
      "",
      " ",
      "a\nb",
      "a\tb",
      "a<b",
      "a>b",
      "a\u200eb",
      "a\u202eb",
      "a\u2066b",
      "a\ufeffb",
      "a\u0085b",
      "x".repeat(2001),
      1,
      null,
    ],
  ],
  [
    "partialDate",
    partialDate,
    ["2025", 2025, "2025-11", "2025-11-23", "2024-02-29", "1901", "2099-12-31"],
    [
      "2025-02-29",
      "2025-02-30",
      "2025-13",
      "2025-00",
      "2025-11-00",
      "2025-11-31",
      "25-11-23",
      "2025-1-1",
      "2025-11-23T00:00",
      " 2025",
      "1500",
      "2100",
      20251123,
      2025.5,
      "",
      null,
      true,
    ],
  ],
  [
    "day",
    day,
    ["2025-11-23", "2024-02-29"],
    ["2025-11", "2025", 2025, "2025-02-29", "2025-11-23 ", "23 November 2025"],
  ],
  [
    "webUrl",
    webUrl,
    [
      "https://ap.example/a?b=c#d",
      "http://ap.example",
      "https://приклад.укр/",
      `https://a.example/${"x".repeat(482)}`,
    ],
    [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      "data:text/html,x",
      "ftp://ap.example",
      "//ap.example",
      "/plan",
      "https://",
      "https:///",
      "https://a b.example",
      "https://a.example./x",
      'https://a.example/"x',
      "https://a.example/<x>",
      "https://a.example/'x",
      " https://a.example",
      `https://a.example/${"x".repeat(483)}`,
      "https://a.example:99999/",
    ],
  ],
  ["lang", lang, ["en", "uk", "zh-Hant", "pt-BR"], ["EN", "English", "e", "en_GB", "en-", ""]],
  ["countryCode", countryCode, ["FR", "EU"], ["fr", "FRA", "F", ""]],
  ["sources", sources, [["a"], ["a", "b-2"]], [[], "a", ["A"], [""], null]],
  ["status", status, ["confirmed", "reported", "alleged", "disputed"], ["Confirmed", "rumoured", ""]],
  [
    "quote",
    quote,
    [{ by: "a", text: "Words", lang: "en", source: "b" }],
    [
      { by: "a", text: "Words", lang: "en" },
      { by: "a", text: "Words", lang: "en", source: "b", page: 1 },
    ],
  ],
  [
    "figure",
    figure,
    [{ id: "votes", name: "votes", value: -0.5, unit: "votes" }],
    [
      { name: "votes", value: 1, unit: "votes" },
      { id: "votes", name: "votes", value: "1", unit: "votes" },
      { id: "votes", name: "votes", value: Infinity, unit: "votes" },
      { id: "votes", name: "votes", value: NaN, unit: "votes" },
    ],
  ],
];

describe.for(FIELDS)("%s", ([, field, good, bad]) => {
  test.for(good.map((value) => [value]))("takes %j", ([value]) =>
    expect(field.safeParse(value).success).toBe(true),
  );
  test.for(bad.map((value) => [value]))("refuses %j", ([value]) =>
    expect(field.safeParse(value).success).toBe(false),
  );
});

test("a line is trimmed; a date becomes text", () => {
  expect(line.parse("  Text ")).toBe("Text");
  expect(partialDate.parse(2025)).toBe("2025");
});

test("a line is judged alike each time", () => {
  for (let i = 0; i < 3; i++) expect(line.safeParse("a\u202eb").success).toBe(false);
});
