import { expect, test } from "vitest";
import { countReceiptsOfAnswers } from "./sources.ts";
import { ledgerOf } from "./ledger.fixture.ts";

const ledger = (...answers: string[][]) =>
  ledgerOf({
    publishers: [
      { id: "council", kind: "official-body" },
      { id: "reuters", kind: "agency" },
      { id: "paper", kind: "newsroom" },
      { id: "unnamed", kind: "aggregator" },
      { id: "tass", kind: "agency", state_controlled_by: "RU" },
    ],
    sources: [
      { id: "official", publisher: "council" },
      { id: "original", publisher: "paper" },
      { id: "copy", publisher: "paper", relays: ["reuters"], carries: "whole" },
      { id: "retelling", publisher: "paper", relays: ["reuters"] },
      { id: "digest", publisher: "paper", relays: ["unnamed"] },
      { id: "state", publisher: "tass" },
    ],
    provisions: answers.map((sources, i) => ({ question: `q${i}`, sources })),
  });

test("an answer is carried by an official page, an original one or a copy of an agency", () => {
  expect(
    countReceiptsOfAnswers(ledger(["official"], ["original"], ["copy"], ["digest", "copy"])),
  ).toMatchObject({
    answers: 4,
    carried: 4,
  });
});

test("a digest, a retelling and a state’s outlet do not carry an answer", () => {
  expect(
    countReceiptsOfAnswers(ledger(["digest"], ["retelling"], ["state"], ["digest", "state"])),
  ).toMatchObject({
    answers: 4,
    carried: 0,
  });
});

test("two pages of one newsroom are one origin", () => {
  expect(
    countReceiptsOfAnswers(ledger(["copy", "retelling"], ["copy", "official"], ["official"])),
  ).toMatchObject({
    twoOrigins: 1,
  });
});
