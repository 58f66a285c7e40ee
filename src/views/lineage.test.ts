import { describe, expect, it } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { linesOf } from "./table.fixture.ts";
import { lineage } from "./lineage.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap" }, { id: "ft" }],
  drafts: [
    {
      id: "kyiv",
      name: "Kyiv text",
      short: "Kyiv",
      date: "2025-12-23",
      points: 20,
      text_public: "partial",
      read_out: true,
      by: ["ukraine"],
      input: ["europe"],
      sources: ["ap"],
      based_on: [{ draft: "geneva", how: "the same", known: "inferred", sources: ["ap"] }],
    },
    {
      id: "leak",
      name: "28 points",
      short: "Leak",
      date: "2025-11-20",
      points: 28,
      by: ["united-states"],
      sources: ["ap"],
    },
    {
      id: "geneva",
      name: "Geneva text",
      short: "Geneva",
      date: "2025-11-23",
      text_public: "none",
      by: ["ukraine", "united-states"],
      sources: ["ap"],
      based_on: [{ draft: "leak", how: "cut, he said", sources: ["ft"] }],
    },
    {
      id: "talks",
      name: "Talks",
      short: "Talks",
      date: "2026-02-18",
      text_public: "none",
      by: ["russia"],
      sources: ["ap"],
    },
  ],
  points: [{ draft: "kyiv", number: 1 }],
});
const drawn = () => lineage(ledger);

describe("lineage", () => {
  it("has the texts in date order with their authors, how public they are and what they rework", () => {
    expect(
      drawn().data.rows.map(({ id, by, input, glyph, from }) => [
        id,
        by.join("+"),
        input.join(),
        glyph,
        JSON.stringify(from),
      ]),
    ).toEqual([
      ["leak", "united-states", "", "stated", "[]"],
      ["geneva", "ukraine+united-states", "", "block-open", '[{"id":"leak","said":true}]'],
      ["kyiv", "ukraine", "europe", "softened", '[{"id":"geneva","said":false}]'],
      ["talks", "russia", "", "block-open", "[]"],
    ]);
    expect(kinds.lineage.refuse(drawn().data)).toEqual([]);
    expect(drawn().data.rows[1]!.says).toBe(
      "Geneva text, 23 November 2025: Washington and Kyiv; cut, he said",
    );
  });

  it("follows the latest text back to where it began", () => {
    expect(drawn().numbers).toEqual({ steps: 2, first: 28, last: 20 });
    expect(drawn().description).toBe(
      "From 28 points to Kyiv text in two steps, by way of Geneva. Two of 4 texts are not known to rework another.",
    );
  });

  it("has a line a text in its table, and the receipts of texts and arrows", () => {
    expect(linesOf(drawn().table)).toEqual([
      "Text | Date | By | How public it is | Reworks | What is said of it",
      "28 points → /plan/drafts/leak/ | 2025-11-20 | Washington | published | – | –",
      "Geneva text → /plan/drafts/geneva/ | 2025-11-23 | Washington and Kyiv | only described | 28 points | cut, he said",
      "Kyiv text → /plan/drafts/kyiv/ | 2025-12-23 | Kyiv | read out | Geneva text | the same",
      "Talks → /plan/drafts/talks/ | 2026-02-18 | Moscow | only described | – | –",
    ]);
    expect(drawn().sources).toEqual(["ap", "ft"]);
  });
});
