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
const notes = collectNotes(collectCitations(ledger, body));

test("a mark gives the status of its events, and links to their pages and all their sources", () => {
  expect(notes.marks).toEqual([
    {
      status: ["Reported: from unnamed sources."],
      events: [["/events/talks/", "Talks begin: all 3 sources"]],
    },
    { status: [expect.stringMatching(/^Confirmed: /)], events: [["/events/call/", "A call"]] },
  ]);
});

test("a source has its title as published with its language, or what it is, and says that an excerpt was read", () => {
  expect(notes.sources).toEqual([
    { title: "“Gespräche beginnen”.", lang: "de", extent: "An excerpt was read." },
    { title: "The talks." },
  ]);
});
