import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { letterOf, publishersByLetter } from "./sources.ts";

test.each([
  ["AP", "a"],
  ["Élysée", "e"],
  ["20 Minutes", "0-9"],
  ["«Slovo»", "0-9"],
])("%s stands under %s", (name, letter) => expect(letterOf({ name })).toBe(letter));

test("publishers stand under their letter by name, their pages by date; one without a page is left out", () => {
  const ledger = ledgerOf({
    publishers: [
      { id: "ukrinform", name: "Ukrinform" },
      { id: "un", name: "UN" },
      { id: "elysee", name: "Élysée" },
      { id: "minutes", name: "20 Minutes" },
      { id: "idle", name: "Idle" },
    ],
    sources: [
      { id: "later", publisher: "ukrinform", published: "2025-12" },
      { id: "earlier", publisher: "ukrinform", published: "2025-11-20" },
      { id: "vote", publisher: "un" },
      { id: "visit", publisher: "elysee" },
      { id: "digest", publisher: "minutes" },
    ],
  });
  const found = [...publishersByLetter(ledger)].map(([letter, shelves]) => [
    letter,
    shelves.map(({ publisher, sources }) => [publisher.name, ...sources.map(({ id }) => id)]),
  ]);
  expect(found).toEqual([
    ["0-9", [["20 Minutes", "digest"]]],
    ["e", [["Élysée", "visit"]]],
    [
      "u",
      [
        ["Ukrinform", "earlier", "later"],
        ["UN", "vote"],
      ],
    ],
  ]);
});
