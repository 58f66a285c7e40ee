import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { MINIMAL, SITE_IDS } from "./ledger.fixture.ts";
import { writeMarked } from "../yaml/marked-files.fixture.ts";
import { inspectLedger } from "./read-ledger.ts";
import type { CollectionName } from "./ledger.ts";

const names = Object.keys(MINIMAL) as CollectionName[];

/** The problems of a ledger with one row per collection, one of them changed. */
function problemsWith(collection?: CollectionName, change: object = {}) {
  const rows = (name: CollectionName) => [{ ...MINIMAL[name], ...(name === collection && change) }];
  const files = Object.fromEntries(names.map((name) => [`${name}.yaml`, stringify(rows(name))]));
  return inspectLedger(writeMarked(files).directory, SITE_IDS).problems;
}

describe("every field that names another row is checked", () => {
  const lost = "nowhere";
  const cases: [collection: CollectionName, change: object, targets: string][] = [
    ["sources", { relays: ["ap", lost] }, "publishers"],
    [
      "events",
      { quote: { by: lost, words: "Words", lang: "en", source: "ap-2025" } },
      "people, organisations",
    ],
    ["proceedings", { answer: { text: "Denies it.", date: "2025-12", sources: [lost] } }, "sources"],
    [
      "proceedings",
      {
        in_favour: { text: "An acquittal.", sources: [lost] },
        against: { text: "A ruling.", sources: ["ap-2025"] },
      },
      "sources",
    ],
    ["reasons", { inference: ["event", lost] }, "drafts, themes, clauses, events, reasons, people"],
    ["events", { about: [lost] }, "themes, clauses"],
    ["events", { topic: lost }, "`topics` of site.yaml"],
    ["region-claims", { draft: undefined, clause: undefined, position: lost }, "positions"],
    ["answers", { clause: lost }, "clauses"],
    ["alignments", { drafts: ["draft", lost] }, "drafts"],
    ["drafts", { based_on: [{ draft: lost, how: "Reworked.", sources: ["ap-2025"] }] }, "drafts"],
    ["case-steps", { proceedings: ["proceeding", lost] }, "proceedings"],
    ...names
      .filter((name) => "sources" in MINIMAL[name])
      .map((name): [CollectionName, object, string] => [name, { sources: ["ap-2025", lost] }, "sources"]),
  ];

  test.for(cases)("%s: %j", ([collection, change, targets]) => {
    expect(problemsWith(collection, change).map(({ message }) => message)).toEqual([
      expect.stringContaining(`\`${lost}\` does not exist in ${targets}`),
    ]);
  });

  test("a row of another collection will not do", () =>
    expect(problemsWith("exits", { person: "state" })).toMatchObject([
      { message: expect.stringContaining("`state` does not exist") as string },
    ]));
});
