import { expect, test } from "vitest";
import { countReceiptsOfAnswers } from "./answer-receipts.ts";
import { ledgerOf } from "./ledger.fixture.ts";

const ledger = (...answers: string[][]) =>
  ledgerOf({
    sources: [
      { id: "official", publisher: "Council", standing: "official" },
      { id: "original", publisher: "A", standing: "original" },
      { id: "reuters", publisher: "B", standing: "relay", relays: "Reuters" },
      { id: "reuters-too", publisher: "C", standing: "relay", relays: "Reuters" },
      { id: "digest", publisher: "D", standing: "relay", relays: "unnamed outlets" },
      { id: "state", publisher: "E", standing: "state-controlled" },
    ],
    provisions: answers.map((sources, i) => ({ question: `q${i}`, sources })),
  });

test("an answer is carried by an official page, an original one or a copy of an agency", () => {
  expect(countReceiptsOfAnswers(ledger(["official"], ["original"], ["reuters"], ["digest", "reuters"]))).toMatchObject({
    answers: 4,
    carried: 4,
  });
});

test("a digest and a state’s outlet do not carry an answer", () => {
  expect(countReceiptsOfAnswers(ledger(["digest"], ["state"], ["digest", "state"]))).toMatchObject({ answers: 3, carried: 0 });
});

test("two pages of one newsroom are one origin", () => {
  expect(countReceiptsOfAnswers(ledger(["reuters", "reuters-too"], ["reuters", "official"], ["official"]))).toMatchObject({
    twoOrigins: 1,
  });
});
