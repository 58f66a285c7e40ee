import { describe, expect, test } from "vitest";
import { toMarkup } from "../markup.ts";
import { LAYOUTS } from "../charts/chart.ts";
import { marksOf } from "../charts/lib/read-drawing.fixture.ts";
import { clauseEmbeds } from "./clause-redline.tsx";
import { frameDrawing } from "./render-drawing.tsx";
import { SMALL } from "../ledger/small-plan.fixture.ts";

const clauses = () => clauseEmbeds(SMALL);
const army = () => clauses().find(({ id }) => id === "clause/size-cap")!;

describe("a clause", () => {
  test("is there for each question that a draft answers, in reading order", () => {
    expect(clauses().map(({ id }) => id)).toEqual(["clause/donetsk", "clause/size-cap", "clause/nato-entry"]);
    expect(army()).toMatchObject({
      path: "/clauses/army/#size-cap",
      files: "/clauses/size-cap",
    });
  });

  test("says in words every answer with its draft and day", () => {
    expect(army().description).toBe(
      "Leak, 20 November 2025: At most 600,000. Geneva, 23 November 2025: No strict limit. Berlin, 15 December 2025: not known. Kyiv, 23 December 2025: Stays at 800,000, in peacetime.",
    );
    const land = clauses()[0]!;
    expect(land.description).toContain("Berlin, 15 December 2025: not recorded here.");
    expect(land.description).toContain("Kyiv, 23 December 2025: left open (To be agreed).");
  });

  test("has every answer in its table, with how it is known, and every receipt once", () => {
    expect(army().table.rows.map((row) => row.slice(1, 5))).toEqual([
      ["2025-11-20", "At most 600,000", null, "our summary"],
      ["2025-11-23", "No strict limit", "changed", "reported"],
      ["2025-12-15", "not known", null, null],
      ["2025-12-23", "Stays at 800,000, in peacetime", "changed", "claimed"],
    ]);
    expect(army().sources).toEqual(["ap", "rbc", "tass"]);
  });

  test("compares no answer with that of a text before the one that its draft reworks", () => {
    const answers = SMALL.answers.filter(({ draft }) => draft !== "geneva");
    const known = clauseEmbeds({ ...SMALL, answers }).find(({ id }) => id === army().id)!;
    expect(known.table.rows.at(-1)?.slice(2)).toEqual(["Stays at 800,000, in peacetime", "claimed"]);
  });

  test("links each answer to its row, and brackets what is left open", () => {
    const drawing = army().draw(LAYOUTS.wide);
    expect(drawing.hitAreas.map(({ href }) => href)).toEqual(
      ["leak", "geneva", "kyiv"]
        .map((id) => `/clauses/army/#size-cap--${id}`)
        .toSpliced(2, 0, "/drafts/berlin/"),
    );
    // The row of each begins at a line, in every frame.
    for (const shown of [drawing, frameDrawing(drawing, army(), 10, "")])
      expect(shown.hitAreas.map(({ y }) => y)).toEqual(marksOf(shown, "hair").map(({ y }) => y));
    const drawn = (at: number) => toMarkup(clauses()[at]!.draw(LAYOUTS.narrow).body);
    expect(drawn(0)).toContain('class="line-open"');
    expect(drawn(1)).not.toContain("line-open");
  });
});
