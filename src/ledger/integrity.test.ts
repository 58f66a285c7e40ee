import { describe, expect, test } from "vitest";
import { checkReferences, type PlacedRow } from "./integrity.ts";
import { MINIMAL } from "./ledger.fixture.ts";
import { rowKey } from "./ledger.ts";
import { type CollectionName, collections } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

const names = Object.keys(MINIMAL) as CollectionName[];
const place = { line: 1, column: 1 };
const file: YamlFile = {
  name: "ledger.yaml",
  value: [],
  problems: [],
  place: () => place,
  keyPlace: () => place,
};

/** What the shortest rows need to go together. */
const TOGETHER: { readonly [Name in CollectionName]?: object } = {
  sources: { title: "Title" },
  "case-steps": { persons: ["person"], proceedings: ["proceeding"], accuser: "A bureau" },
};

/** A sound ledger with one row per collection, one of them changed. */
function ledgerWith(collection?: CollectionName, change: object = {}): PlacedRow[] {
  return names.map((name) => {
    const row = { ...MINIMAL[name], ...TOGETHER[name], ...(name === collection && change) };
    const value = collections[name].parse(row) as Record<string, unknown>;
    return { collection: name, key: rowKey(name, value), value, file, index: 0, valid: true };
  });
}

describe("every field that names another row is checked", () => {
  const lost = "nowhere";
  const cases: [collection: CollectionName, change: object, targets: string][] = [
    ["sources", { relays: ["ap", lost] }, "publishers"],
    [
      "events",
      { quote: { by: lost, text: "Words", lang: "en", source: "ap-2025" } },
      "people, organisations",
    ],
    ["proceedings", { answer: { text: "No.", date: "2025-12", sources: [lost] } }, "sources"],
    ["proceedings", { in_favour: { text: "An acquittal.", sources: [lost] } }, "sources"],
    ["reasons", { inference: ["event", lost] }, "drafts, themes, clauses, events, reasons, people"],
    ["events", { about: [lost] }, "themes, clauses"],
    ["region-claims", { draft: undefined, clause: undefined, position: lost }, "positions"],
    ["answers", { clause: lost }, "clauses"],
    ["answers", { quote: { text: "Words", source: lost } }, "sources"],
    ["meetings", { apart: [{ who: "state", met: [lost] }] }, "people, organisations"],
    ["drafts", { based_on: [{ draft: lost, how: "Reworked.", sources: ["ap-2025"] }] }, "drafts"],
    ["case-steps", { proceedings: ["proceeding", lost] }, "proceedings"],
    ...names
      .filter((name) => "sources" in MINIMAL[name])
      .map((name): [CollectionName, object, string] => [name, { sources: ["ap-2025", lost] }, "sources"]),
  ];

  test("a ledger with one row per collection is sound", () =>
    expect(checkReferences(ledgerWith())).toEqual([]));

  test.for(cases)("%s: %j", ([collection, change, targets]) => {
    const problems = checkReferences(ledgerWith(collection, change));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`\`${lost}\` does not exist in ${targets}`),
    ]);
  });

  test("a row of another collection will not do", () => {
    expect(
      checkReferences(ledgerWith("positions", { actor: "person" })).map(({ message }) => message),
    ).toEqual([expect.stringContaining("`person` does not exist")]);
  });
});

test("what a file that cannot be parsed may hold is not missed", () => {
  const rows = ledgerWith("events", { sources: ["nowhere"], actors: ["nobody"] });
  expect(checkReferences(rows, new Set(["sources"])).map(({ message }) => message)).toEqual([
    expect.stringContaining("`nobody` does not exist"),
  ]);
  expect(checkReferences(rows, new Set(["people"])).map(({ message }) => message)).toEqual([
    expect.stringContaining("`nowhere` does not exist"),
  ]);
  expect(checkReferences(ledgerWith("answers", { clause: "nowhere" }), new Set(["themes"]))).toEqual([]);
});

test.for([
  [
    "ap-2025-text",
    ["ap-2025-a-text", "ap-2025", "ap-2025-texts", "ap-2025-next"],
    "write `ap-2025-texts` if",
  ],
  ["reuters-2025", ["ap-2025-plan"], "correct the id, or add the row"],
] as const)("a suggestion is the nearest id, if one is near: %s among %j", ([wanted, known, says]) => {
  const [event, source] = (["events", "sources"] as const).map((name) =>
    ledgerWith("events", { sources: [wanted] }).find(({ collection }) => collection === name)!,
  );
  const rows = [event!, ...known.map((key) => ({ ...source!, key }))];
  expect(checkReferences(rows, new Set(["publishers"])).map(({ fix }) => fix)).toEqual([
    expect.stringContaining(says),
  ]);
});
