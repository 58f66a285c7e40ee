import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { collectNotes, collectCitations } from "./citations.ts";

const ledger = ledgerOf({
  publishers: [
    {},
    { id: "zeit", name: "Zeit", kind: "newsroom" },
    { id: "taz", name: "taz", kind: "newsroom" },
  ],
  sources: [
    { title: "Gespräche beginnen", lang: "de", read: "part" },
    { id: "zeit-2025", publisher: "zeit", about: "The talks", read: "whole" },
    { id: "taz-2025", publisher: "taz" },
  ],
  events: [
    { id: "talks", title: "Talks begin", status: "reported", sources: ["ap-2025", "zeit-2025", "taz-2025"] },
    { id: "call", title: "A call", sources: ["zeit-2025"] },
  ],
});
const body = 'They met.<Fact id="talks" /> They spoke.<Fact id="call" />';
const notes = collectNotes(ledger, collectCitations(ledger, body));

test("a mark gives the status of its rows, and links to their pages and all their sources", () => {
  expect(notes.marks).toEqual([
    {
      status: ["Reported: from unnamed sources."],
      rows: [["/events/talks/", "Talks begin: all 3 sources"]],
      words: [],
    },
    { status: [expect.stringMatching(/^Confirmed: /)], rows: [["/events/call/", "A call"]], words: [] },
  ]);
});

test("a source has its title as published with its language, or what it is, and says that an excerpt was read", () => {
  expect(notes.sources).toEqual([
    { title: "“Gespräche beginnen”.", lang: "de", extent: "An excerpt was read." },
    { title: "The talks." },
  ]);
});

test("a mark has the words of its sources with their translation, whose it is, and the day they were seen", () => {
  const row = { collection: "events", key: "call", lang: "en" };
  const receipts = [
    {
      ...row,
      id: "zeit-2025",
      words: "Ja",
      lang: "de",
      english: "Yes",
      translated_by: "taz" as const,
      seen: "2025-12-01",
    },
    { ...row, id: "zeit-2025", words: "No", seen: "2025-12-01" },
    { ...row, id: "zeit-2025", not_found: "2025-12-02" },
  ];
  const { marks } = collectNotes({ ...ledger, receipts }, collectCitations({ ...ledger, receipts }, body));
  expect(marks[1]?.words).toEqual([
    {
      source: 2,
      words: "“Ja”",
      lang: "de",
      english: "“Yes”",
      about: "Seen on 1 December 2025, translated by taz.",
    },
    { source: 2, words: "“No”", about: "Seen on 1 December 2025." },
    { source: 2, about: "We looked for this page again on 2 December 2025 and did not find its words." },
  ]);
  expect(marks[0]?.words).toEqual([]);
});
