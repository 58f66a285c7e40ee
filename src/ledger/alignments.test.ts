import { describe, expect, test } from "vitest";
import { nearestHeldDrafts, tracePassages } from "./alignments.ts";
import { ledgerOf, textOf } from "./ledger.fixture.ts";
import type { Draft } from "./ledger.ts";

const based_on = (...drafts: string[]) =>
  drafts.map((draft) => ({ draft, how: "cut", sources: ["ap-2025"] }));
const ledger = ledgerOf(
  {
    drafts: [
      { id: "a" },
      { id: "lost", based_on: based_on("a") },
      { id: "b", based_on: based_on("lost") },
      { id: "plan" },
      { id: "c", based_on: based_on("b", "plan") },
    ],
    alignments: [
      { drafts: ["a", "b"], from: ["1"], to: ["1", "2"] },
      { drafts: ["a", "b"], from: ["2"], to: [] },
      { drafts: ["a", "b"], from: ["3"], to: ["3"] },
      { drafts: ["b", "c"], from: ["1", "2"], to: ["9"] },
      { drafts: ["plan", "c"], from: ["1"], to: ["9"] },
      { drafts: ["a", "c"], from: ["2"], to: ["10"] },
    ],
  },
  [
    textOf("a", { 1: "One.", 2: "Two.", 3: "Three.", 4: "Four." }),
    textOf("b", { 1: "One.", 2: "Half.", 3: "Three." }),
    textOf("plan", { 1: "Plan." }),
    textOf("c", { 9: "Nine.", 10: "Ten." }),
  ],
);
const draftOf = (id: string) => ledger.drafts.find((draft) => draft.id === id) as Draft;

test("the nearest earlier text is the nearest whose words are held, on each chain", () => {
  const nearest = (id: string) =>
    nearestHeldDrafts(ledger, draftOf(id)).map(({ draft, skipped }) => [
      draft.id,
      ...skipped.map((other) => other.id),
    ]);
  expect(nearest("b")).toEqual([["a", "lost"]]);
  expect(nearest("c")).toEqual([["b"], ["plan"]]);
  expect(nearest("a")).toEqual([]);
});

describe("passages are followed", () => {
  const trace = (before: string, after: string, ...numbers: string[]) =>
    tracePassages(ledger, draftOf(before), draftOf(after), numbers);
  test("along the texts between, where they are split and merged", () => {
    expect(trace("a", "b", "1")).toEqual({ to: ["1", "2"], isKnown: true });
    expect(trace("a", "c", "1")).toEqual({ to: ["9"], isKnown: true });
    expect(trace("plan", "c", "1")).toEqual({ to: ["9"], isKnown: true });
  });
  test("past the text between, where they fell out and came back", () =>
    expect(trace("a", "c", "2")).toEqual({ to: ["10"], isKnown: true }));
  test("to nothing where a row says that they were dropped, and no farther than rows go", () => {
    expect(trace("a", "b", "2")).toEqual({ to: [], isKnown: true });
    expect(trace("a", "b", "4")).toEqual({ to: [], isKnown: false });
    expect(trace("a", "c", "3")).toEqual({ to: [], isKnown: false });
    expect(trace("plan", "b", "1")).toEqual({ to: [], isKnown: false });
  });
});
