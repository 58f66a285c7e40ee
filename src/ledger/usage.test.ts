import { expect, it } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { themesOnSameReceipts } from "./usage.ts";

it("an event shares receipts with the themes whose answers name one of its sources, in reading order", () => {
  const ledger = ledgerOf({
    events: [{ id: "talks", sources: ["a", "b"] }],
    themes: [
      { id: "money", order: 2, questions: [{ id: "assets", text: "Who?" }] },
      { id: "army", order: 1, questions: [{ id: "cap", text: "How large?" }] },
      { id: "land", order: 3, questions: [{ id: "line", text: "Where?" }] },
    ],
    provisions: [
      { draft: "x", question: "assets", sources: ["b", "c"] },
      { draft: "x", question: "cap", sources: ["a"] },
      { draft: "x", question: "line", sources: ["c"] },
    ],
  });
  const [talks] = ledger.events;
  expect(talks && themesOnSameReceipts(ledger, talks).map(({ id }) => id)).toEqual(["army", "money"]);
});
