import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { MEANINGS } from "./meanings.ts";

const ledger = ledgerOf({ events: [{}, { id: "said", status: "alleged" }] });

test("every word that the story uses has its meaning and how much there is of it", () => {
  const counts = MEANINGS.status(ledger).map(({ name, count }) => [name, count]);
  expect(counts).toEqual([
    ["confirmed", "1 event"],
    ["alleged", "1 event"],
  ]);
});
