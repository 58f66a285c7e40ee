import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { MEANINGS, VALUES } from "./page-values.ts";

const ledger = ledgerOf({
  sources: [{ read: "whole" }, { id: "read", read: "part" }, { id: "title", read: "title", lang: "uk" }],
  events: [{}, { id: "said", status: "alleged" }],
  drafts: [{ id: "first", text_public: "none" }, { id: "second" }],
});

test("a page counts what the ledger holds", () => {
  const ids = [
    "sources",
    "read-whole",
    "read-in-part",
    "headlines",
    "languages",
    "drafts",
    "drafts-unpublished",
  ] as const;
  expect(ids.map((id) => VALUES[id](ledger))).toEqual(["3", "1", "1", "1", "2", "two", "one"]);
});

test("every word that the story uses has its meaning and how much there is of it", () => {
  const counts = MEANINGS.status(ledger).map(({ name, count }) => [name, count]);
  expect(counts).toEqual([
    ["confirmed", "1 event"],
    ["alleged", "1 event"],
  ]);
});
