import { describe, expect, test } from "vitest";
import { edit, EVENT, expectRefused, SOURCE } from "./bad-content.fixture.ts";
import { checkReferences } from "./references.ts";
import { MINIMAL } from "./minimal-rows.fixture.ts";
import { rowKey } from "./ledger.ts";
import type { PlacedRow } from "./rules/rule.ts";
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

/** A sound ledger of one row a collection, in which one row is changed. */
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
    ["sources", { publisher: lost }, "publishers"],
    ["sources", { relays: ["ap", lost] }, "publishers"],
    ["events", { actors: [lost] }, "people, organisations"],
    [
      "events",
      { quote: { by: lost, text: "Words", lang: "en", source: "ap-2025" } },
      "people, organisations",
    ],
    ["events", { quote: { by: "state", text: "Words", lang: "en", source: lost } }, "sources"],
    ["proceedings", { answer: { text: "No.", date: "2025-12", sources: [lost] } }, "sources"],
    ["proceedings", { in_favour: { text: "An acquittal.", sources: [lost] } }, "sources"],
    ["case-steps", { proceedings: ["proceeding", lost] }, "proceedings"],
    ["reasons", { about: ["draft", lost] }, "drafts, themes, questions, events, reasons, people"],
    ["reasons", { inference: ["event", lost] }, "drafts, themes, questions, events, reasons, people"],
    [
      "reasons",
      { quote: { by: lost, text: "Words", lang: "en", source: "ap-2025" } },
      "people, organisations",
    ],
    ["reasons", { quote: { by: "state", text: "Words", lang: "en", source: lost } }, "sources"],
    ["events", { about: [lost] }, "themes, questions"],
    ["proceedings", { person: lost }, "people"],
    ["region-claims", { draft: undefined, question: undefined, position: lost }, "positions"],
    ["agreements", { event: lost }, "events"],
    ["points", { draft: lost }, "drafts"],
    ["provisions", { draft: lost }, "drafts"],
    ["provisions", { question: lost }, "questions"],
    ["provisions", { quote: { text: "Words", source: lost } }, "sources"],
    ["meetings", { participants: ["state", lost] }, "people, organisations"],
    ["meetings", { event: lost }, "events"],
    ["visits", { event: lost }, "events"],
    ["deliveries", { event: lost }, "events"],
    ["coalition", { event: lost }, "events"],
    ["flows", { event: lost }, "events"],
    ["case-steps", { event: lost }, "events"],
    ["drafts", { start_with: [lost] }, "drafts"],
    ["drafts", { based_on: [{ draft: lost, how: "Reworked.", sources: ["ap-2025"] }] }, "drafts"],
    ["drafts", { based_on: [{ draft: "draft", how: "Reworked.", sources: [lost] }] }, "sources"],
    ["meetings", { apart: [{ who: lost }] }, "people, organisations"],
    ["meetings", { apart: [{ who: "state", met: [lost] }] }, "people, organisations"],
    ["positions", { actor: lost }, "organisations"],
    ["positions", { theme: lost }, "themes"],
    ["point-counts", { draft: lost }, "drafts"],
    ["region-claims", { draft: lost }, "drafts"],
    ["region-claims", { question: lost }, "questions"],
    ["disagreements", { about: ["draft", lost] }, "drafts, themes, questions, events, reasons, people"],
    ["disagreements", { sources: [lost] }, "sources"],
    ["unknowns", { about: [lost] }, "drafts, themes, questions, events, reasons, people"],
    ["exits", { person: lost }, "people"],
    ["case-steps", { persons: ["person", lost] }, "people"],
    ...names
      .filter((name) => "sources" in MINIMAL[name])
      .map((name): [CollectionName, object, string] => [name, { sources: ["ap-2025", lost] }, "sources"]),
  ];

  test("a ledger of one row a collection is sound", () => expect(checkReferences(ledgerWith())).toEqual([]));

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
    expect(checkReferences(ledgerWith("exits", { person: "state" })).map(({ message }) => message)).toEqual([
      expect.stringContaining("`state` does not exist"),
    ]);
    expect(
      checkReferences(ledgerWith("provisions", { question: "theme" })).map(({ message }) => message),
    ).toEqual([expect.stringContaining("`theme` does not exist")]);
  });

  test("anything may be what a disagreement is about", () => {
    for (const id of [
      "draft",
      "theme",
      "question",
      "event",
      "person",
      "state",
      "meeting",
      "visit",
      "delivery",
      "agreement",
      "series",
      "exit",
      "step",
      "proceeding",
      "flow",
      "aid",
      "coalition-fr",
      "reason",
    ]) {
      expect(checkReferences(ledgerWith("disagreements", { about: [id] })), id).toEqual([]);
    }
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
  expect(checkReferences(ledgerWith("provisions", { question: "nowhere" }), new Set(["themes"]))).toEqual([]);
});

describe("a suggestion is made only where an id is near, and is the nearest", () => {
  const cases: [wanted: string, known: string[], says: string][] = [
    ["ap-2024-plan", ["ap-2025-plan"], "write `ap-2025-plan` if that is meant"],
    [
      "ap-2025-text",
      ["ap-2025-a-text", "ap-2025", "ap-2025-texts", "ap-2025-next"],
      "write `ap-2025-texts` if that is meant",
    ],
    ["x", ["ap-2025-plan"], "correct the id, or add the row"],
    ["reuters-2025", ["ap-2025-plan"], "correct the id, or add the row"],
  ];
  test.for(cases)("%s among %j: %s", ([wanted, known, says]) => {
    const sources = known.map((id) => edit(SOURCE, "ap-2025", id)).join("");
    expectRefused({ "events.yaml": edit(EVENT, "[ap-2025]", `[▸${wanted}]`), "sources.yaml": sources }, [
      [says],
    ]);
  });
});
