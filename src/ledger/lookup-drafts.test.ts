import { expect, test } from "vitest";
import { answerOf, answersByTheme, draftsInOrder, latestText } from "./lookup.ts";
import { ledgerOf } from "./ledger.fixture.ts";

const ledger = ledgerOf({
  drafts: [
    { id: "third", date: "2025-12-10" },
    { id: "second", date: "2025-11-23", read_out: true },
    { id: "second-too", date: "2025-11-23" },
    { id: "first", date: "2025-11-20", read_out: true },
  ],
  themes: [
    { id: "money", order: 2, clauses: [{ id: "assets", text: "Who gets the assets?" }] },
    {
      id: "army",
      order: 1,
      clauses: [
        { id: "cap", text: "How large?" },
        { id: "arms", text: "Which arms?" },
      ],
    },
  ],
  points: [
    { draft: "first", number: 2, title: "Arms" },
    { draft: "first", number: 10, title: "Rest" },
    { draft: "first", number: 1, title: "Army" },
    { draft: "second", number: 1, title: "Army" },
  ],
  answers: [
    { draft: "first", clause: "assets", text: "The US", points: [14], status: "open" },
    { draft: "first", clause: "arms", text: "Some", points: [1, 2], status: "open" },
    { draft: "first", clause: "cap", text: "600,000", points: [1] },
    { draft: "second", clause: "cap", text: "800,000", points: [1], status: "softened" },
  ],
});

test("drafts are in date order, those of one day in the order of the file, and the ledger is left as it is", () => {
  expect(draftsInOrder(ledger).map(({ id }) => id)).toEqual(["first", "second", "second-too", "third"]);
  expect(ledger.drafts[0]!.id).toBe("third");
});

test("an answer is found by draft and clause", () => {
  expect(answerOf(ledger, "second", "cap")?.text).toBe("800,000");
  expect(answerOf(ledger, "second", "arms")).toBeUndefined();
  expect(answerOf(ledger, "nowhere", "cap")).toBeUndefined();
});

test("a draft's answers are grouped by theme in reading order, without silent themes", () => {
  const shape = (draft: string) =>
    answersByTheme(ledger, draft).map(({ theme, answers }) => [
      theme.id,
      ...answers.map(({ clause, answer }) => `${clause.id}: ${answer.text}`),
    ]);
  expect(shape("first")).toEqual([
    ["army", "cap: 600,000", "arms: Some"],
    ["money", "assets: The US"],
  ]);
  expect(shape("second")).toEqual([["army", "cap: 800,000"]]);
  expect(shape("third")).toEqual([]);
});

test("the latest text is the latest whose points are on record, or else the latest of all", () => {
  expect(latestText(ledger).id).toBe("second");
  expect(latestText(ledgerOf({ drafts: [{ id: "one" }, { id: "two" }] })).id).toBe("two");
});
