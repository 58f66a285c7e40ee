import { describe, expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { accusationProblems, accusedOf, unsaidAccusation } from "./accusations.ts";
import { parseYaml } from "../yaml/yaml-file.ts";

const accused = accusedOf(
  ledgerOf({
    people: [
      { id: "byron", name: "Ada Byron" },
      { id: "babbage", name: "Charles Babbage" },
    ],
    proceedings: [{ person: "byron" }],
  }),
);

describe("a sentence that names an accused person and an offence says that it is an accusation", () => {
  test.for([
    "Ada Byron, who was in charge of the firm, ran a kickback scheme.",
    "Byron took bribes free of charge.",
    "Byron embezzled funds, a witness to the era.",
    "Byron was the unsuspected head of a fraud.",
    "Byron denies having laundered money.",
    "According to investigators, Byron’s scheme was corrupt.",
    "Byron was notified of suspicion of treason.",
    "Byron is guilty.",
    "Byron, a convicted spy, left.",
    "Byron pocketed USD 100 million.",
    "Byron was paid off: syphoning went on.",
    "Prosecutors name Byron. She was there. It was her idea to rob the bank.",
    "Prosecutors allege a plot by Byron. She stole the money.",
    "Ada defrauded the firm.",
    "Nobody is guilty. Byron, the accused, abused her power: abuse of power, said the bureau.",
  ])("not: %s", (text) => expect(unsaidAccusation(text, accused)).toContain("Ada Byron and"));

  test.for([
    "Prosecutors allege that Byron took bribes.",
    "Byron allegedly embezzled funds.",
    "Byron is suspected of fraud; she denies it.",
    "Byron was charged with laundering. She left.",
    "Byron was indicted for treason, and accused of theft.",
    "Babbage took bribes.",
    "Byronic fraud is a genre.",
    "The National Anti-Corruption Bureau searched Byron’s home.",
    "Byron resigned. Nobody took bribes.",
    "Byron resigned. Babbage followed. He took bribes.",
    "Ada Lovelace cheated.",
    "Adamant looters stole the piece.",
  ])("%s", (text) => expect(unsaidAccusation(text, accused)).toBeUndefined());

  test("in one sentence, not in the next", () =>
    expect(unsaidAccusation("Byron allegedly stole. Byron took a bribe. She left.", accused)).toContain(
      "“bribe”",
    ));
});

test("all texts of a file are read, with their places, but not the words of others", () => {
  const file = parseYaml(
    "- title: Byron’s fraud\n  figures: [{ name: bribes of Byron }]\n  quote: { text: Byron stole }\n",
    "a.yaml",
  );
  expect(accusationProblems(file, accused)).toMatchObject([
    { line: 1, column: 10 },
    { line: 2, column: 21 },
  ]);
});
