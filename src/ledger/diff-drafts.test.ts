import { describe, expect, test } from "vitest";
import { type Change, changeBetween, countChanges, diffDrafts } from "./diff-drafts.ts";
import type { Draft, Provision } from "./ledger.ts";
import { ledgerOf } from "./ledger.fixture.ts";

type Side = [status: Provision["status"], answer: string] | undefined;

const draftOf = (absence: Draft["absence"]): Draft => ledgerOf({ drafts: [{ absence }] }).drafts[0]!;
const provisionOf = (side: Side): Provision | undefined =>
  side && ledgerOf({ provisions: [{ status: side[0], answer: side[1] }] }).provisions[0];

describe("what happened between two answers", () => {
  const cases: [before: Side, after: Side, change: Change][] = [
    [["stated", "600,000"], ["stated", "600,000"], "same"],
    [["softened", "800,000"], ["softened", "800,000"], "same"],
    // Two drafts that say the same are the same, however each relates to the US draft.
    [["stated", "800,000"], ["softened", "800,000"], "same"],
    [["removed", "No limit"], ["removed", "No limit"], "same"],
    [["stated", "600,000"], ["softened", "800,000"], "softened"],
    [["softened", "700,000"], ["softened", "800,000"], "changed"],
    [["added", "700,000"], ["softened", "800,000"], "changed"],
    [["removed", "No limit"], ["softened", "800,000"], "changed"],
    [["stated", "600,000"], ["removed", "No limit"], "removed"],
    [["softened", "800,000"], ["removed", "No limit"], "removed"],
    [["open", "To be agreed"], ["removed", "No limit"], "removed"],
    [["removed", "No limit"], ["removed", "No limit at all"], "changed"],
    [["removed", "No limit"], ["stated", "600,000"], "changed"],
    [["stated", "600,000"], ["stated", "500,000"], "changed"],
    [["stated", "600,000"], ["added", "A reserve"], "changed"],
    [["open", "To be agreed"], ["stated", "600,000"], "changed"],
    [["stated", "600,000"], ["open", "To be agreed"], "open"],
    // What neither of them settled has not changed.
    [["open", "To be agreed"], ["open", "To be agreed"], "still-open"],
    [["open", "To be agreed"], ["open", "Left to the presidents"], "still-open"],
  ];
  test.for(cases)("%j → %j is %s", ([before, after, change]) => {
    for (const absence of ["silent", "out-of-scope", "unreported"] as const) {
      expect(changeBetween(provisionOf(before), provisionOf(after), draftOf(absence), draftOf(absence))).toBe(
        change,
      );
    }
  });
});

describe("a missing answer counts as silence only where the text was read whole and deals with the matter", () => {
  const answer: Side = ["stated", "600,000"];
  const cases: [before: Side, after: Side, absence: Draft["absence"], change: Change][] = [
    [undefined, answer, "silent", "added"],
    [undefined, ["open", "To be agreed"], "silent", "open"],
    [undefined, answer, "unreported", "unknown"],
    [undefined, answer, "out-of-scope", "unknown"],
    [undefined, ["open", "To be agreed"], "unreported", "unknown"],
    [answer, undefined, "silent", "removed"],
    [answer, undefined, "unreported", "unknown"],
    [answer, undefined, "out-of-scope", "unknown"],
    [undefined, undefined, "silent", "unknown"],
  ];
  test.for(cases)("%j → %j, the other draft %s, is %s", ([before, after, absence, change]) => {
    // The draft that has the answer must not matter: it is given the other kinds of absence in turn.
    for (const other of ["silent", "out-of-scope", "unreported"] as const) {
      const [left, right] = before ? [other, absence] : [absence, other];
      expect(changeBetween(provisionOf(before), provisionOf(after), draftOf(left), draftOf(right))).toBe(
        change,
      );
    }
  });
});

describe("a diff of two drafts", () => {
  const ledger = ledgerOf({
    drafts: [
      { id: "a", absence: "silent" },
      { id: "b", absence: "unreported" },
    ],
    themes: [
      {
        id: "late",
        order: 9,
        questions: [
          { id: "q1", text: "1?" },
          { id: "q2", text: "2?" },
        ],
      },
      { id: "empty", order: 5, questions: [{ id: "q3", text: "3?" }] },
      {
        id: "early",
        order: 1,
        questions: [
          { id: "q4", text: "4?" },
          { id: "q5", text: "5?" },
          { id: "q6", text: "6?" },
        ],
      },
    ],
    provisions: [
      { draft: "a", question: "q1", answer: "At most 600,000" },
      { draft: "b", question: "q1", answer: "At most 800,000", status: "softened" },
      { draft: "b", question: "q2", status: "added" },
      { draft: "a", question: "q4", answer: "Alike" },
      { draft: "b", question: "q4", answer: "Alike" },
      { draft: "a", question: "q6", answer: "Later", status: "open" },
      { draft: "b", question: "q6", answer: "Later", status: "open" },
      { draft: "c", question: "q3" },
    ],
  });
  const diff = diffDrafts(ledger, ledger.drafts[0]!, ledger.drafts[1]!);

  test("goes by theme in reading order and leaves out what neither draft speaks of", () => {
    expect(
      diff.map(({ theme, answers }) => [
        theme.id,
        ...answers.map(({ question, change }) => `${question.id} ${change}`),
      ]),
    ).toEqual([
      ["early", "q4 same", "q6 still-open"],
      ["late", "q1 softened", "q2 added"],
    ]);
  });

  test("redlines answers that differ, and only those", () => {
    const redlines = Object.fromEntries(
      diff.flatMap(({ answers }) => answers.map(({ question, redline }) => [question.id, redline])),
    );
    expect(redlines.q1?.before.map(({ kind, text }) => [kind, text])).toEqual([
      ["struck", "At most 600,000"],
    ]);
    expect(redlines.q1?.after.map(({ kind, text }) => [kind, text])).toEqual([
      ["inserted", "At most 800,000"],
    ]);
    expect([redlines.q2, redlines.q4, redlines.q6]).toEqual([undefined, undefined, undefined]);
  });

  test("reads the other way round by the other draft's silence", () => {
    const back = diffDrafts(ledger, ledger.drafts[1]!, ledger.drafts[0]!).flatMap(({ answers }) =>
      answers.map(({ question, change }) => `${question.id} ${change}`),
    );
    expect(back).toEqual(["q4 same", "q6 still-open", "q1 changed", "q2 removed"]);
  });

  test("counts every change, also those that do not occur", () => {
    expect(countChanges(diff)).toEqual({
      same: 1,
      softened: 1,
      removed: 0,
      added: 1,
      changed: 0,
      open: 0,
      "still-open": 1,
      unknown: 0,
    });
    expect(countChanges([])).toEqual({
      same: 0,
      softened: 0,
      removed: 0,
      added: 0,
      changed: 0,
      open: 0,
      "still-open": 0,
      unknown: 0,
    });
  });
});
