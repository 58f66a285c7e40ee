import { describe, expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { armyCap } from "./army-cap.ts";
import { SMALL } from "./plan-views.fixture.ts";
import { linesOf } from "./table.fixture.ts";

/** A ledger of one question on the army, with these answers by draft in date order. */
const answers = (...rows: { answer: string; value?: number }[]) =>
  ledgerOf({
    drafts: rows.map((_, i) => ({ id: `d${i}`, date: `2025-11-${i + 10}` })),
    provisions: rows.map((row, i) => ({ draft: `d${i}`, question: "army-cap", ...row })),
  });

describe("army cap", () => {
  const view = () => armyCap(SMALL, { yardsticks: [] });

  test("has a row for each draft that answers, in date order, with the number or the words", () => {
    expect(view().kind).toBe("lollipop");
    expect(
      view().data.rows.map(({ id, value, text, certainty, detail, href }) => [
        id,
        value,
        text,
        certainty,
        detail,
        href,
      ]),
    ).toEqual([
      ["leak", 600_000, "600,000", "confirmed", "20 Nov 2025", "/plan/drafts/leak/#army-cap"],
      ["geneva", null, "No strict limit", "reported", "23 Nov 2025", "/plan/drafts/geneva/#army-cap"],
      ["kyiv", 800_000, "800,000, in peacetime", "reported", "23 Dec 2025", "/plan/drafts/kyiv/#army-cap"],
    ]);
    expect(kinds.lollipop.refuse(view().data)).toEqual([]);
  });

  test("shows the number even where the answer writes it otherwise", () => {
    const text = (answer: string) =>
      armyCap(answers({ answer, value: 600_000 }), { yardsticks: [] }).data.rows[0]!.text;
    expect(text("Six hundred thousand")).toBe("600,000");
    expect(text("600,000 at most")).toBe("600,000 at most");
  });

  test("has the same in its table, without the drawing's shortening", () => {
    expect(linesOf(view().table)).toEqual([
      "Draft | Date | Soldiers (personnel) | In words | How it is known",
      "28-point draft → /plan/drafts/leak/#army-cap | 2025-11-20 | 600000 | At most 600,000 | published",
      "Geneva revision → /plan/drafts/geneva/#army-cap | 2025-11-23 | – | No strict limit | reported",
      "Kyiv text → /plan/drafts/kyiv/#army-cap | 2025-12-23 | 800000 | Stays at 800,000, in peacetime | claimed",
    ]);
  });

  test("says in a sentence what the rows say", () => {
    for (const part of ["20 November 2025", "600,000", "23 December 2025", "800,000", "1 of 3 answers"])
      expect(view().description).toContain(part);
    expect(view().values).toEqual({ first: "600,000", last: "800,000" });
    const other = armyCap(
      answers(
        { answer: "Silent" },
        { answer: "At most 5", value: 5 },
        { answer: "At most 7", value: 7 },
        { answer: "Open" },
      ),
      { yardsticks: [] },
    );
    expect(other.values).toEqual({ first: "5", last: "7" });
    expect(other.description).toContain("2 of 4 answers");
  });

  test("has yardsticks from figures of events, on their receipts", () => {
    const measured = armyCap(
      {
        ...SMALL,
        events: ledgerOf({
          events: [
            {
              id: "today",
              figures: [{ id: "army", name: "Army", value: 880_000, unit: "people" }],
              sources: ["x"],
            },
          ],
        }).events,
      },
      { yardsticks: [{ event: "today", figure: "army", label: "{value} today" }] },
    );
    expect(measured.data.yardsticks).toEqual([{ id: "army", value: 880_000, label: "880,000 today" }]);
    expect(measured.description).toContain("To measure by: 880,000 today.");
    expect(measured.sources).toEqual(["ap", "rbc", "tass", "x"]);
  });

  test("stands on the sources of its rows, in order of use", () =>
    expect(view().sources).toEqual(["ap", "rbc", "tass"]));
  test("is not drawn where no answer has a number", () =>
    expect(() => armyCap(answers({ answer: "Open" }), { yardsticks: [] })).toThrow("`army-cap`"));
});
