import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { proceedingsByCase } from "./proceedings.ts";

const ledger = ledgerOf({
  people: [
    { id: "ann", name: "Ann Envoy" },
    { id: "bert", name: "Bert Banker" },
  ],
  proceedings: [
    { id: "ann-land", person: "ann", name: "Land", by: "The police", as_of: "2026-03-02" },
    { id: "ann-bribe", person: "ann", name: "Bribe", answer: { text: "No.", date: "2025", sources: ["b"] } },
    { id: "bert-land", person: "bert", name: "Land", in_favour: { text: "Free.", sources: ["c"] } },
  ],
});

test("proceedings stand case by case, each with its own accuser, day and receipts", () => {
  const cases = proceedingsByCase(ledger);
  expect(cases.map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
    ["Land", ["ann-land", "bert-land"]],
    ["Bribe", ["ann-bribe"]],
  ]);
  expect(cases[0]!.rows[0]).toMatchObject({
    personName: "Ann Envoy",
    href: "/people/ann/#ann-land",
    by: "The police",
    stage: "A suspect.",
    asOf: "as of 2 March 2026",
    answer: "None was found.",
  });
  expect(cases.flatMap(({ rows }) => rows.map(({ sources }) => sources))).toEqual([["ap-2025"], ["ap-2025", "c"], ["ap-2025", "b"]]);
});
