import { describe, expect, test } from "vitest";
import { kinds } from "../charts/kinds.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { draftsByTheme } from "./drafts-by-theme.ts";
import { SMALL } from "./plan-views.fixture.ts";
import { cellText } from "./view.ts";

describe("drafts by theme", () => {
  const view = () => draftsByTheme(SMALL);

  test("has a column a draft in date order and a row a theme, by group, then order", () => {
    expect(
      view().data.columns.map(({ id, head, label, count, group, groupShort, href }) => [
        id,
        head,
        label,
        count,
        group,
        groupShort,
        href,
      ]),
    ).toEqual([
      ["leak", "20", "Leak", "28", "November 2025", "Nov", "/plan/drafts/leak/"],
      ["geneva", "23", "Geneva", "19", "November 2025", "Nov", "/plan/drafts/geneva/"],
      ["berlin", "15", "Berlin", "–", "December 2025", "Dec", "/plan/drafts/berlin/"],
      ["kyiv", "23", "Kyiv", "20", "December 2025", "Dec", "/plan/drafts/kyiv/"],
    ]);
    expect(view().data.rows.map(({ id, group, href }) => [id, group, href])).toEqual([
      ["land", "Land and peace", "/plan/themes/land/"],
      ["army", "Security", "/plan/themes/army/"],
      ["nato", "Security", "/plan/themes/nato/"],
    ]);
    expect(view().kind).toBe("matrix");
    expect(kinds.matrix.refuse(view().data)).toEqual([]);
  });

  test("has the state of the theme in each cell, in words too, with the way to the clause", () => {
    expect(view().data.rows.map(({ cells }) => cells.map(({ glyph }) => glyph))).toEqual([
      ["stated", "open", "none", "open"],
      ["stated", "softened", "none", "softened"],
      ["stated", "none", "none", "none"],
    ]);
    expect(view().data.rows[0]!.cells[1]).toEqual({
      glyph: "open",
      reported: false,
      label: "Geneva, 23 Nov: Later – left open, in brackets. Leak: Russia",
      href: "/plan/themes/land/#donetsk--geneva",
    });
  });

  test("marks each answer that no published text has, and says in its words and its table how it is known", () => {
    expect(view().data.rows.map(({ cells }) => cells.map(({ reported }) => reported))).toEqual([
      [false, false, false, false],
      [false, true, false, true],
      [false, false, false, false],
    ]);
    expect(view().data.rows[1]!.cells[1]!.label).toBe(
      "Geneva, 23 Nov: No strict limit – softened (reported). Leak: At most 600,000",
    );
    expect(view().data.rows[1]!.cells[0]!.label).toBe("Leak, 20 Nov: At most 600,000 – stated");
    expect(cellText(view().table.rows[1]![4]!)).toBe("softened (claimed)");
    const two = draftsByTheme({
      ...SMALL,
      themes: SMALL.themes.map((theme) =>
        theme.id === "army"
          ? { ...theme, questions: [...theme.questions, { id: "donetsk", text: "" }] }
          : theme,
      ),
    });
    expect(cellText(two.table.rows[1]![4]!)).toBe("left open, in brackets (in part claimed)");
  });

  test("has the same in its table, with links only where there is something to read", () => {
    expect(view().table.columns.map(({ label }) => label)).toEqual([
      "Theme",
      "Leak, 20 November 2025",
      "Geneva, 23 November 2025",
      "Berlin, 15 December 2025",
      "Kyiv, 23 December 2025",
    ]);
    expect(view().table.rows[2]).toEqual([
      { text: "NATO membership", href: "/plan/themes/nato/" },
      { text: "stated", href: "/plan/themes/nato/#nato-entry--leak" },
      "nothing reported",
      "nothing reported",
      "nothing reported",
    ]);
  });

  test("says in a sentence what the cells say", () => {
    expect(view().description).toContain("The first draft of 20 November 2025 states all 3 themes");
    expect(view().description).toContain("Territory is left open in at least half of the four drafts");
    expect(view().values).toEqual({
      themes: "3",
      drafts: "four",
      from: "20 November 2025",
      to: "23 December 2025",
      latest: "Kyiv",
      less: "one",
      stay: "one",
      most: "territory",
      folded: "",
    });
    expect(view().numbers).toEqual({ less: 1, stay: 1, mostOpen: 1, folded: 0 });
  });

  test("folds texts that answer few themes away from the drawing, not from the table", () => {
    const folded = draftsByTheme(SMALL, { fold_below: 0.7 });
    expect(folded.data.columns.map(({ id }) => id)).toEqual(["leak"]);
    expect(folded.data.rows.map(({ cells }) => cells.length)).toEqual([1, 1, 1]);
    expect(folded.table).toEqual(view().table);
    expect(folded.values.folded).toBe("Geneva, Berlin and Kyiv");
  });

  test("says of a clause beside the leading one which it is, and what the first draft had on that", () => {
    const also = { id: "veto", text: "Who may veto it?" };
    const themes = SMALL.themes.map((theme) =>
      theme.id === "nato" ? { ...theme, questions: [...theme.questions, also] } : theme,
    );
    const more = ledgerOf({
      provisions: [
        { draft: "leak", question: "veto", answer: "Nobody" },
        { draft: "geneva", question: "veto", answer: "Nobody" },
        { draft: "kyiv", question: "veto", answer: "Any member" },
      ],
    });
    const both = draftsByTheme({ ...SMALL, themes, provisions: [...SMALL.provisions, ...more.provisions] });
    expect(both.data.rows[2]!.cells.map(({ label, href }) => `${label} → ${href}`)).toEqual([
      "Leak, 20 Nov: Never – stated → /plan/themes/nato/#nato-entry--leak",
      "Geneva, 23 Nov: Who may veto it? Nobody – stated → /plan/themes/nato/#veto--geneva",
      "nothing reported → /plan/themes/nato/",
      "Kyiv, 23 Dec: Who may veto it? Any member – stated. Leak: Nobody → /plan/themes/nato/#veto--kyiv",
    ]);
  });

  test("counts what became of the themes in the text last read out, and how often each is open", () => {
    const { description, values, numbers } = draftsByTheme({
      ...SMALL,
      provisions: SMALL.provisions.map((row) => ({
        ...row,
        status: row.draft === "leak" ? "open" : "removed",
      })),
    });
    expect(values).toMatchObject({ less: "two", stay: "none", most: "territory" });
    expect(numbers).toEqual({ less: 2, stay: 0, mostOpen: 0, folded: 0 });
    expect(description).toBe(
      "The first draft of 20 November 2025 states 0 of 3 themes. No theme is left open in half of the drafts.",
    );
    const army = SMALL.provisions.map((row) =>
      row.question === "army-cap" ? { ...row, status: "open" as const } : row,
    );
    expect(draftsByTheme({ ...SMALL, provisions: army }).values.most).toBe("size of the army");
  });

  test("says which themes are open in half of the drafts, or that none is", () => {
    const open = (question: string) => ({ draft: "leak", question, status: "open" });
    const [leak] = SMALL.drafts.filter(({ id }) => id === "leak");
    const all = draftsByTheme({
      ...SMALL,
      drafts: [leak!],
      provisions: ledgerOf({ provisions: [open("army-cap"), open("nato-entry")] }).provisions,
    });
    expect(all.description).toContain("Size of the army and NATO membership are left open");
    const none = draftsByTheme({
      ...SMALL,
      provisions: SMALL.provisions.filter(({ status }) => status !== "open"),
    });
    const once = draftsByTheme({ ...SMALL, drafts: SMALL.drafts.filter(({ id }) => id !== "kyiv") });
    expect(once.description).toContain("No theme is left open in half of the drafts");
    expect(none.description).toContain("No theme is left open in half of the drafts");
  });

  test("stands on the sources of all answers", () =>
    expect(view().sources.toSorted()).toEqual(["ap", "ft", "rbc", "tass"]));
});
