import { describe, expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { words } from "./words.ts";

const [leak, statement] = ledgerOf({
  drafts: [
    { id: "leak", name: "28-point draft", short: "Leak", date: "2025-11-20", points: 28 },
    { id: "statement", name: "Statement", short: "Berlin", date: "2025-12-15", text_public: "full" },
  ],
  points: [{ draft: "leak", number: 1 }],
}).drafts as [Draft, Draft];
type Draft = Parameters<typeof words.front.points>[0];

test("the front page says from which text to which, and what is open", () => {
  const { span, ended, points, openThemes, facts } = words.front;
  expect(span(leak, statement)).toBe(
    "Three clauses, from the 28-point draft of 20 November 2025 to the Statement on 15 December 2025.",
  );
  expect(ended("2026-06-30")).toContain("was found by 30 June 2026, the last day");
  expect([points(leak), points(statement)]).toEqual(["28 points, Leak", "Berlin"]);
  expect([0, 1, 5].map(openThemes)).toEqual(["nothing reported as open", "1 theme open", "5 themes open"]);
  expect(
    facts(1, 20, [
      ["confirmed", 3],
      ["alleged", 2],
    ]),
  ).toBe("1 event from 20 sources: 3 confirmed, 2 alleged.");
});

test("the page of a draft says how many of its points it has", () => {
  const { points, compare, index } = words.draft;
  expect(points.lead(20, 28)).toMatch(/^20 of its 28 points, in this site’s words/);
  expect([points.lead(28, 28), points.lead(1, undefined)].map((lead) => lead.split(",")[0])).toEqual([
    "28 points",
    "1 point",
  ]);
  expect([[1], [1, 2]].map(points.drawnFrom)).toEqual(["from point", "from points"]);
  expect(compare.with(leak)).toBe("with 28-point draft");
  expect([index.points(leak), index.points(statement), index.oneByOne(1)]).toEqual([
    "28 points",
    "No numbered points of its own",
    "1 point, one by one",
  ]);
});

test("sources are told by standing, kind and how they were read", () => {
  const { description, lead, byKind, byReading, letterName, letterTitle, letterDescription, more, chart } =
    words.sources;
  expect(lead(2, 1)).toBe("2 documents from 1 publisher.");
  expect(description(2)).toContain("stands on: 2 pages,");
  expect(
    byKind([
      ["news", 3],
      ["dataset", 1],
    ]),
  ).toBe("By kind: 3 news and 1 data.");
  expect(
    byReading([
      ["part", 3],
      ["whole", 1],
    ]),
  ).toBe("Read in part, as excerpts: 3 pages and whole: 1 page.");
  expect([letterName("0-9"), letterTitle("a")]).toEqual(["0–9", "Sources: A"]);
  expect(letterDescription("a", 2, 1)).toMatch(/^2 documents from 1 publisher\. Publishers under A, /);
  expect([more(2), chart("Army")]).toEqual(["and two more", "Chart: Army"]);
});

test("the timeline counts its events and names its periods", () => {
  const { outOf, description, lead, before, period } = words.timeline;
  expect([outOf(1), outOf(400)]).toEqual(["of 1 event shown", "of 400 events shown"]);
  expect(description(1400)).toMatch(/^All 1,400 events /);
  expect(lead(3, "2026-06-30", "2025-11", "2026-02")).toMatch(
    /^3 events up to 30 June 2026, .* November 2025 to February 2026, stand open/,
  );
  expect(before("2022")).toBe("Before 2022");
  expect([period("2025-11", false), period("2018", true), period("2025", false)]).toEqual([
    "November 2025",
    "2018",
    "2025, month not known",
  ]);
});

test("an event says by whom it is known, and what else there was that day", () => {
  const { unsure, accordingTo, receipts, copies, othersThatDay, inStory } = words.event;
  expect([unsure("reported", "Axios"), unsure("reported", undefined)]).toEqual([
    "reported, by Axios",
    "reported",
  ]);
  expect(accordingTo("AP")).toBe("According to AP.");
  expect(receipts(3, 1)).toBe("3 pages from 1 independent origin.");
  expect([0, 1, 2].map(othersThatDay)).toEqual(["nothing else on record", "1 other event", "2 other events"]);
  expect([copies("Text"), inStory("in", "The plan")]).toEqual([
    "Text: the sentence with its source",
    "in, in: The plan",
  ]);
});

describe("a comparison", () => {
  const { title, description, heading, lead, filter, index } = words.compare;
  test("names both texts, the earlier first", () => {
    expect(title("Leak", "Kyiv")).toBe("Leak and Kyiv: what changed");
    expect(heading("Leak", "Kyiv")).toMatch(/^Leak against Kyiv: /);
    expect(description("Leak", "20 Nov", "Kyiv", "23 Dec")).toBe(
      "Question by question: Leak of 20 Nov beside Kyiv of 23 Dec.",
    );
    expect(lead("20 Nov", "23 Dec")).toBe("The text of 20 Nov beside that of 23 Dec.");
    expect(index.pair("Leak", "Kyiv", 12)).toBe("Leak against Kyiv: 12 questions compared");
    expect([index.against("Leak", "Kyiv"), filter.of(57)]).toEqual([
      "Leak against Kyiv",
      "of 57 questions shown",
    ]);
  });
});

test("an option of a draft is told in words, a fourth by its number; what is asked of a region, a sentence a text", () => {
  const { option, demand, parts, askedOf } = words.land;
  expect([1, 2, 3, 4].map((number) => option("Kyiv", number))).toEqual(
    ["one", "two", "three", "4"].map((word) => `Kyiv, option ${word}`),
  );
  expect([demand("Russia"), parts["held-by-ukraine"]("Donetsk")]).toEqual([
    "Russia’s demand",
    "Donetsk, the part that Ukraine holds",
  ]);
  expect(
    askedOf("Donetsk", [
      { text: "Leak", asks: ["a", "b"] },
      { text: "Kyiv", asks: [] },
    ]),
  ).toBe("What two texts ask of Donetsk. Leak: a and b. Kyiv: nothing on record.");
});
