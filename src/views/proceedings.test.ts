import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { splitProceedings } from "./proceedings.ts";

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

test("those named come first, then all others, case by case, each with its own accuser, day and receipts", () => {
  const { named, others } = splitProceedings(ledger, ["ann-land", "bert-land"]);
  const ids = (cases: typeof named) => cases.map(({ name, rows }) => [name, rows.map(({ id }) => id)]);
  expect(ids(named)).toEqual([["Land", ["ann-land", "bert-land"]]]);
  expect(ids(others)).toEqual([["Bribe", ["ann-bribe"]]]);
  expect(named[0]!.rows[0]).toMatchObject({
    personName: "Ann Envoy",
    href: "/people/ann/#ann-land",
    by: "The police",
    stage: "A suspect.",
    asOf: "as of 2 March 2026",
    answered: undefined,
    answer: "None was found.",
  });
  expect([...named, ...others].flatMap(({ rows }) => rows.map(({ sources }) => sources))).toEqual([
    ["ap-2025"],
    ["ap-2025", "c"],
    ["ap-2025", "b"],
  ]);
});

test("two cases of one person stay two rows", () => {
  expect(
    splitProceedings(ledger, [])
      .others.flatMap(({ rows }) => rows)
      .filter(({ person }) => person === "ann"),
  ).toHaveLength(2);
});
