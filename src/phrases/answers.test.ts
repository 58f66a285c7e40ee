import { describe, expect, it, test } from "vitest";
import { followClause } from "../ledger/compare-answers.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { absenceText, answerText, citationOf, groupRows, knownText, thenAndNow } from "./answers.ts";

const drafts = ["a", "b", "c", "d"].map((id, i) => ({
  id,
  short: id.toUpperCase(),
  date: `2025-12-0${i + 1}`,
}));
/** An answer of a draft, whose text is published unless said otherwise. */
const answerOf = (answer: object, draft: object = {}) => {
  const ledger = ledgerOf({ drafts: [{ short: "Draft", ...draft }], answers: [answer] });
  return { draft: ledger.drafts[0]!, answer: ledger.answers[0]! };
};

describe("answers that are left open", () => {
  const groups = (...texts: [text: string, status?: string][]) => {
    const answers = texts.map(([text, status = "open"], i) => ({
      draft: drafts[i]!.id,
      clause: "clause",
      text,
      status,
    }));
    return groupRows(followClause(ledgerOf({ drafts, themes: [{}], answers }), "clause")).map(
      ({ isOpen, head, isLast, rows }) =>
        isOpen ? [head, isLast, ...rows.map(({ text }) => text)] : rows[0]!.text,
    );
  };
  test("stand together, and say only what differs", () =>
    expect(
      groups(
        ["60 ships", "stated"],
        ["Not settled; left to talks"],
        ["Not settled; no compromise"],
        ["Not settled"],
      ),
    ).toEqual(["60 ships", ["Not settled", true, "left to talks", "no compromise", "Not settled"]]));
  test("keep their words where they do not begin alike, or where there is one", () => {
    expect(groups(["Not settled; left to talks"], ["The captains"])).toEqual([
      [undefined, true, "Not settled; left to talks", "The captains"],
    ]);
    expect(groups(["Not settled; left to talks"], ["60 ships", "stated"])).toEqual([
      [undefined, false, "Not settled; left to talks"],
      "60 ships",
    ]);
  });
});

describe("an answer in words", () => {
  test("has its remark; absence says how well it is known, and a remark follows", () => {
    expect(answerText(answerOf({ text: "Not settled", status: "open" }))).toBe("Not settled");
    expect(answerText(answerOf({ absent: true }))).toBe("not mentioned");
    for (const text_public of ["partial", "none"])
      expect(answerText(answerOf({ absent: true, remark: "says the envoy" }, { text_public }))).toBe(
        "not mentioned in the accounts seen; says the envoy",
      );
    const missing = (draft: object) => absenceText(answerOf({}, draft).draft, undefined);
    expect(missing({ text_public: "partial" })).toBe("not mentioned in the accounts seen");
    expect(missing({ text_public: "partial", absence: "unreported" })).toBe("nothing reported");
    expect(answerText(answerOf({ absent: true, dropped: true }))).toBe("gone");
  });

  test("says how it is known", () => {
    expect(knownText(answerOf({ points: [10, 21] }))).toBe("published, points 10 and 21");
    expect(knownText(answerOf({ certainty: "claimed", attributed_to: "an envoy" }))).toBe(
      "according to an envoy",
    );
    expect(knownText(answerOf({ certainty: "reported" }))).toBe("reported");
  });

  test("is cited with draft, point, date, status and address; quotation marks are around a quotation only", () => {
    const cited = (answer: object) =>
      citationOf(answerOf({ points: [6], ...answer }), "https://site.example/#a");
    const end = "20 November 2025, published, https://site.example/#a";
    expect(cited({ text: "60 ships" })).toBe(`Draft, point 6: 60 ships (Draft by Draft’s summary), ${end}`);
    expect(cited({ quote: { text: "no more than 60", source: "ap-2025" } })).toBe(
      `Draft, point 6: “no more than 60”, ${end}`,
    );
    expect(cited({ text: "no more than 60", quoted: true })).toBe(
      `Draft, point 6: “no more than 60”, ${end}`,
    );
  });
});

const long = "A demilitarised zone that Ukrainian troops leave and Russian troops do not enter";
const rows = {
  drafts: [
    { id: "kyiv", date: "2025-12-23", read_out: true },
    { id: "leak", date: "2025-11-20" },
    { id: "talks", date: "2026-02-18" },
  ],
  themes: [
    { id: "army", order: 2, clauses: [{ id: "size-cap", text: "How large?" }] },
    { id: "alliance", order: 3, clauses: [{ id: "alliance-entry", text: "Join?" }] },
    { id: "land", order: 1, clauses: [{ id: "rest-of-land", text: "Who holds it?" }] },
  ],
  answers: [
    { draft: "leak", clause: "size-cap", text: "600,000" },
    { draft: "kyiv", clause: "size-cap", text: "800,000" },
    { draft: "leak", clause: "alliance-entry", text: "No" },
    { draft: "kyiv", clause: "alliance-entry", text: "Not mentioned" },
    { draft: "leak", clause: "rest-of-land", text: long, gist: "A demilitarised zone" },
    { draft: "kyiv", clause: "rest-of-land", text: "Not settled", status: "open" },
  ],
};

const ids = ["size-cap", "alliance-entry", "rest-of-land"];

describe("the clauses of the front page", () => {
  it("run from the first draft to the one last read out, each to its clause, in the words that are short enough", () => {
    const { first, last, clauses } = thenAndNow(ledgerOf(rows), ids);
    expect([first.id, last.id]).toEqual(["leak", "kyiv"]);
    expect(clauses.map(({ href, before, after }) => [href, before.text, after.text])).toEqual([
      ["/clauses/army/#size-cap", "600,000", "800,000"],
      ["/clauses/alliance/#alliance-entry", "No", "Not mentioned"],
      ["/clauses/land/#rest-of-land", "A demilitarised zone", "Not settled"],
    ]);
  });

  it.each([
    ["an answer is missing", { answers: rows.answers.slice(1) }, "no answer of the draft `leak`"],
    [
      "a newer text leaves one out",
      { drafts: [...rows.drafts, { id: "new", date: "2026-11-05", read_out: true }] },
      "no answer of the draft `new`",
    ],
    [
      "an answer fills the screen",
      { answers: rows.answers.map(({ gist: _, ...row }: { gist?: string }) => row) },
      "needs a `gist`",
    ],
    ["there is one draft", { drafts: rows.drafts.slice(0, 1) }, "needs a later draft"],
  ])("are rejected if %s", (_, changed, message) => {
    expect(() => thenAndNow(ledgerOf({ ...rows, ...changed }), ids)).toThrow(message);
  });
});
