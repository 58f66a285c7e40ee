import { describe, expect, test } from "vitest";
import { type Change, changeBetween, diffDrafts } from "./compare-answers.ts";
import { isAbsent, reworkedDrafts } from "./lookup.ts";
import type { Draft, Answer } from "./ledger.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import type { Run } from "./redline.ts";

type Side = [status: Answer["status"], answer: string] | "absent" | "dropped" | undefined;

const draftOf = (absence: Draft["absence"]): Draft => ledgerOf({ drafts: [{ absence }] }).drafts[0]!;
const of = (absence: Draft["absence"], side: Side) => {
  const answer = answerFrom(side);
  return { answer, isAbsent: isAbsent(draftOf(absence), answer) };
};
const answerFrom = (side: Side): Answer | undefined => {
  if (!side) return undefined;
  const [status, text] = typeof side === "string" ? ["removed", undefined] : side;
  const absent = typeof side === "string" ? { absent: true, dropped: side === "dropped" } : {};
  return ledgerOf({ answers: [{ status, text, ...absent }] }).answers[0]!;
};

describe("what happened between two answers", () => {
  const cases: [before: Side, after: Side, change: Change][] = [
    [["stated", "60 ships"], ["stated", "60 ships"], "same"],
    // Two drafts that say the same are the same, however each relates to the first draft.
    [["stated", "80 ships"], ["softened", "80 ships"], "same"],
    [["stated", "60 ships"], ["softened", "80 ships"], "softer"],
    [["softened", "70 ships"], ["softened", "80 ships"], "other"],
    [["removed", "No limit"], ["softened", "80 ships"], "other"],
    [["stated", "60 ships"], ["removed", "No limit"], "gone"],
    [["softened", "80 ships"], ["removed", "No limit"], "gone"],
    [["open", "To be agreed"], ["removed", "No limit"], "gone"],
    [["removed", "No limit"], ["removed", "No limit at all"], "other"],
    [["stated", "60 ships"], ["added", "A reserve"], "other"],
    [["open", "To be agreed"], ["stated", "60 ships"], "other"],
    // Words that were open are not settled by the same words.
    [["open", "Later"], ["stated", "Later"], "other"],
    [["stated", "60 ships"], ["open", "To be agreed"], "open"],
    // What neither of them settled has not changed.
    [["open", "To be agreed"], ["open", "To be agreed"], "still-open"],
    [["open", "To be agreed"], ["open", "Left to the captains"], "still-open"],
    // Silence means dropped only if a source says so.
    [["stated", "60 ships"], "absent", "absent"],
    [["open", "To be agreed"], "absent", "absent"],
    [["stated", "60 ships"], "dropped", "gone"],
    ["absent", ["stated", "60 ships"], "new"],
    ["absent", ["open", "To be agreed"], "open"],
    ["absent", "dropped", "same"],
  ];
  test.for(cases)("%j → %j is %s", ([before, after, change]) => {
    for (const absence of ["silent", "out-of-scope", "unreported"] as const) {
      expect(changeBetween(of(absence, before), of(absence, after))).toBe(change);
    }
  });
});

describe("a missing answer counts as silence only where the text was read in full and deals with the matter", () => {
  const answer: Side = ["stated", "60 ships"];
  const cases: [before: Side, after: Side, absence: Draft["absence"], change: Change][] = [
    [undefined, answer, "silent", "new"],
    [undefined, ["open", "To be agreed"], "silent", "open"],
    [undefined, answer, "unreported", "unknown"],
    [undefined, answer, "out-of-scope", "unknown"],
    [answer, undefined, "silent", "absent"],
    [answer, undefined, "unreported", "unknown"],
    [answer, undefined, "out-of-scope", "unknown"],
  ];
  test.for(cases)("%j → %j, the other draft %s, is %s", ([before, after, absence, change]) => {
    // The draft that has the answer must not matter: it is given the other kinds of absence in turn.
    for (const other of ["silent", "out-of-scope", "unreported"] as const) {
      const [left, right] = before ? [other, absence] : [absence, other];
      expect(changeBetween(of(left, before), of(right, after))).toBe(change);
    }
  });
});

describe("a diff of two drafts", () => {
  const clauses = ["fleet", "harbour", "tax", "crew", "flag"];
  const based_on = [{ draft: "a", how: "cut", sources: ["ap-2025"] }];
  const ledger = ledgerOf({
    drafts: [
      { id: "a", absence: "silent" },
      { id: "b", absence: "unreported", based_on },
      { id: "c", absence: "unreported", based_on: [{ ...based_on[0], draft: "b" }] },
      { id: "paper", absence: "silent" },
    ],
    themes: [{ clauses: clauses.map((id) => ({ id, text: `${id}?` })) }],
    answers: [
      { draft: "a", clause: "fleet", text: "At most 60, ships in peace" },
      { draft: "b", clause: "fleet", text: "At most 80, ships in peace", status: "softened" },
      { draft: "b", clause: "harbour", text: "An open harbour", status: "added" },
      { draft: "a", clause: "tax", text: "No tax" },
      { draft: "b", clause: "tax", status: "removed", absent: true, remark: "says the envoy" },
      { draft: "a", clause: "crew", text: "Sailors only" },
      { draft: "b", clause: "crew", text: "Not settled", status: "open" },
      { draft: "a", clause: "flag", text: "Blue" },
    ],
  });
  const [a, b, c, paper] = ledger.drafts as [Draft, Draft, Draft, Draft];
  const plain = (runs: Run[]) => runs.map(({ kind, text }) => `${kind[0]} ${text}`).join(", ");

  test("has every clause that one of the two answers, in reading order, and marks both answers", () => {
    expect(
      diffDrafts(ledger, a, b).map(({ clause, change, runs }) => [
        clause.id,
        change,
        plain(runs.before),
        plain(runs.after),
      ]),
    ).toEqual([
      ["fleet", "softer", "s At most 60,, k ships in peace", "i At most 80,, k ships in peace"],
      ["harbour", "new", "", "i An open harbour"],
      ["tax", "absent", "s No tax", ""],
      // An open answer is not green.
      ["crew", "open", "s Sailors only", "k Not settled"],
      ["flag", "unknown", "k Blue", ""],
    ]);
  });

  test("knows which text reworks which, at once or through others", () => {
    expect([reworkedDrafts(ledger, b), reworkedDrafts(ledger, c), reworkedDrafts(ledger, paper)]).toEqual([
      [a],
      [b, a],
      [],
    ]);
  });
});
