import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { reasonsByQuestion, reasonsOn } from "./lookup.ts";

const ledger = ledgerOf({
  reasons: [
    { id: "condition", kind: "condition", question: "army", about: ["army", "cap"] },
    { id: "yardstick", kind: "yardstick", question: "trust", about: ["poll"] },
    { id: "second", kind: "reason", question: "army", about: ["cap"] },
    { id: "third", kind: "reason", question: "land", about: ["cap", "land"] },
  ],
});
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

test("reasons on several ids come once each, reasons before conditions, else in the order of the files", () => {
  expect(ids(reasonsOn(ledger, ["army", "cap"]))).toEqual(["second", "third", "condition"]);
  expect(reasonsOn(ledger, ["nobody"])).toEqual([]);
});

test("every question has its own, in the order of the declared list", () => {
  expect(reasonsByQuestion(ledger).map(({ question, rows }) => [question, ids(rows)])).toEqual([
    ["land", ["third"]],
    ["army", ["second", "condition"]],
    ["trust", ["yardstick"]],
  ]);
});
