import { describe, expect, test } from "vitest";
import { MINIMAL } from "./minimal-rows.fixture.ts";
import { type CollectionName, collections } from "./schema.ts";

const names = Object.keys(collections) as CollectionName[];
const takes = (name: CollectionName, row: object) => collections[name].safeParse(row).success;

describe.for(names)("a row of %s", (name) => {
  const row = MINIMAL[name];
  test("is taken with its required keys alone", () => expect(takes(name, row)).toBe(true));
  test("is refused with a key that nobody knows", () =>
    expect(takes(name, { ...row, extra: 1 })).toBe(false));
  test.for(Object.keys(row))("is refused without `%s`", (key) => {
    const { [key]: _, ...rest } = row;
    expect(takes(name, rest)).toBe(false);
  });
  test("is refused as something else than a row", () => {
    for (const other of [null, undefined, [], "row", 1])
      expect(collections[name].safeParse(other).success).toBe(false);
  });
  if ("sources" in row)
    test("is refused without a receipt", () => expect(takes(name, { ...row, sources: [] })).toBe(false));
});

describe("bounds of single keys", () => {
  const question = (n: number) => ({ id: `q${n}`, text: "What?" });
  const cases: [name: CollectionName, good: object, bad: object][] = [
    [
      "unknowns",
      { searched: { date: "2026-01-02", languages: ["en"] } },
      { searched: { date: "2026-01-02", languages: [] } },
    ],
    ["reasons", { accepted: "No other page was found." }, { accepted: "" }],
    ["provisions", { absent: true, quoted: true, remark: "says Ada" }, { absent: "yes" }],
    ["proceedings", { against: { text: "A ruling.", sources: ["a"] } }, { against: { text: "A ruling." } }],
    ["events", { title: "x".repeat(60) }, { title: "x".repeat(61) }],
    ["reasons", { title: "x".repeat(90) }, { title: "x".repeat(91) }],
    ["reasons", { statement: "x".repeat(450) }, { statement: "x".repeat(451) }],
    ["reasons", { inference: ["a"] }, { inference: [] }],
    ["reasons", { kind: "condition", question: "way-out" }, { question: "weather" }],
    ["drafts", { short: "x".repeat(16) }, { short: "x".repeat(17) }],
    ["drafts", { points: 28 }, { points: 0 }],
    ["drafts", { points: 100 }, { points: 101 }],
    ["points", { number: 1 }, { number: 1.5 }],
    ["points", { title: "x".repeat(80) }, { title: "x".repeat(81) }],
    ["provisions", { answer: "x".repeat(160) }, { answer: "x".repeat(161) }],
    ["provisions", { points: [] }, { points: [0] }],
    ["themes", { questions: [1, 2, 3, 4, 5].map(question) }, { questions: [1, 2, 3, 4, 5, 6].map(question) }],
    [
      "themes",
      { questions: [{ id: "q", text: `${"x".repeat(89)}?` }] },
      { questions: [{ id: "q", text: `${"x".repeat(90)}?` }] },
    ],
    ["meetings", { lat: -90, lon: 180 }, { lat: 90.1 }],
    ["meetings", { country: "CH" }, { lon: -180.1 }],
    ["meetings", { participants: ["a"] }, { participants: [] }],
    ["deliveries", { quantity: 0 }, { quantity: -1 }],
    ["agreements", { value_eur_bn: 0 }, { value_eur_bn: -0.1 }],
    ["flows", { amount_musd: 0.1 }, { amount_musd: 0 }],
    ["series", { columns: ["Year", "Value"] }, { columns: ["Year"] }],
    ["series", { rows: [["France", null, 1.5]] }, { rows: [] }],
    ["disagreements", { sources: ["a"] }, { about: [] }],
    ["sources", { seen: "headline" }, { seen: "glance" }],
    ["sources", { carries: "whole" }, { carries: "part" }],
    ["publishers", { kind: "aggregator" }, { kind: "blog" }],
    ["publishers", { state_controlled_by: "RU" }, { state_controlled_by: "Russia" }],
  ];
  test.for(cases)("%s: %j is taken, %j is not", ([name, good, bad]) => {
    expect(takes(name, { ...MINIMAL[name], ...good })).toBe(true);
    expect(takes(name, { ...MINIMAL[name], ...bad })).toBe(false);
  });
});

test.for([
  ["a term that ends before it begins", { from: "2025-07", to: "2025-06-30" }, false],
  ["a term that ends in a year before its first day", { from: "2026-01-02", to: "2025" }, false],
  ["a term of one day", { from: "2025-11-28", to: "2025-11-28" }, true],
  ["a term that ends in the month of its first day", { from: "2026-01-02", to: "2026-01" }, true],
  ["a term that begins in the month of its last day", { from: "2025-07", to: "2025-07-17" }, true],
  ["a term without an end", { from: "2025-07" }, true],
  ["a term without a beginning", { to: "2025-07" }, true],
] as const)("%s, %j: taken %s", ([, dates, taken]) => {
  const result = collections.people.safeParse({
    ...MINIMAL.people,
    roles: [{ title: "Minister", ...dates }],
  });
  expect(result.success).toBe(taken);
  if (!result.success)
    expect(result.error.issues).toMatchObject([
      { path: ["roles", 0, "to"], message: "must not lie before `from`" },
    ]);
});

describe("the words of a quote", () => {
  const cases: [name: string, quote: object, field: string | undefined][] = [
    ["English as it was said", { lang: "en", text: "Nothing" }, undefined],
    [
      "the original and the site’s English",
      { lang: "fr", text: "Rien", english: "Nothing", translation: "site" },
      undefined,
    ],
    [
      "the original and the English of its source",
      { lang: "fr", text: "Rien", english: "Nothing", translation: "source" },
      undefined,
    ],
    [
      "the English of a source alone, the original not seen",
      { lang: "fr", english: "Nothing", translation: "source" },
      undefined,
    ],
    ["English without words", { lang: "en" }, "text"],
    [
      "English words called a translation",
      { lang: "en", text: "Nothing", english: "Nothing", translation: "source" },
      "lang",
    ],
    ["another language without English", { lang: "fr", text: "Rien", translation: "site" }, "english"],
    ["a translation that nobody made", { lang: "fr", text: "Rien", english: "Nothing" }, "translation"],
    [
      "the site’s translation of words that it has not seen",
      { lang: "fr", english: "Nothing", translation: "site" },
      "translation",
    ],
    ["30 words", { lang: "en", text: "word ".repeat(30) }, undefined],
    ["31 words", { lang: "en", text: "word ".repeat(31) }, "text"],
    [
      "a translation of 31 words",
      { lang: "fr", text: "Rien", english: "word ".repeat(31), translation: "site" },
      "english",
    ],
  ];
  test.for(cases)("%s", ([, words, field]) => {
    const event = collections.events.safeParse({
      ...MINIMAL.events,
      quote: { by: "person", source: "a", ...words },
    });
    const provision = collections.provisions.safeParse({
      ...MINIMAL.provisions,
      quote: { source: "a", ...words },
    });
    for (const { error } of [event, provision])
      expect(error?.issues.map(({ path }) => path)).toEqual(field && [["quote", field]]);
  });

  test("those of a draft are English unless the row says otherwise", () => {
    const row = collections.provisions.parse({
      ...MINIMAL.provisions,
      quote: { text: "Nothing", source: "a" },
    });
    expect(row.quote?.lang).toBe("en");
  });
});

describe.for([
  ["proceedings", "allegation"],
  ["flows", "label"],
] as const)("an accusation in %s", ([name, field]) => {
  const takesWith = (words: string) => takes(name, { ...MINIMAL[name], [field]: words });
  test.for(["alleged", "suspected of", "accused of", "charged with", "indicted for"])(
    "may say %s",
    (words) => {
      expect(takesWith(`She is ${words} a bribe.`)).toBe(true);
    },
  );
  test.for([
    "She took money.",
    "She was in charge of the ministry and stole USD 10m.",
    "Suspected in a case.",
  ])("may not say: %s", (words) => expect(takesWith(words)).toBe(false));
});

describe("proceedings", () => {
  const takesWith = (change: object) => takes("proceedings", { ...MINIMAL.proceedings, ...change });
  test("are refused without an answer", () => expect(takesWith({ answer: undefined })).toBe(false));
  test("have an answer with both its date and its receipts, or neither", () => {
    expect(takesWith({ answer: { text: "No.", date: "2025-12", sources: ["a"] } })).toBe(true);
    expect(takesWith({ answer: { text: "No.", date: "2025-12" } })).toBe(false);
    expect(takesWith({ answer: { text: "No.", sources: ["a"] } })).toBe(false);
  });
});

test("no number, offer or flow is taken for confirmed because nothing is said", () => {
  const { certainty: _, ...offer } = MINIMAL.coalition;
  expect(takes("coalition", offer)).toBe(false);
  expect(takes("flows", { ...MINIMAL.flows, certainty: "confirmed" })).toBe(false);
  const figures = [{ id: "votes", name: "votes", value: 1, unit: "votes" }];
  expect(collections.events.parse({ ...MINIMAL.events, figures }).figures[0]).not.toHaveProperty("certainty");
});
