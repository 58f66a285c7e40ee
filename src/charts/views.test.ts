import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { ContentError, formatProblem } from "../yaml/yaml-file.ts";
import { SMALL } from "../ledger/small-plan.fixture.ts";
import { clauseValues } from "./clause-values.tsx";
import { gapBoard } from "./gap-board.tsx";
import { lineage } from "./lineage.tsx";
import { LAYOUTS } from "./chart.ts";
import { drawingFaults, marksOf, readDrawing } from "./lib/read-drawing.fixture.ts";
import { toMarkup } from "../markup.ts";
import { outcomes } from "./outcomes.tsx";
import { readCharts, views } from "./read-charts.ts";

const LONG = "A very long name that has to break into many lines wherever it is drawn";

const layouts = Object.values(LAYOUTS);

const board: Parameters<typeof gapBoard>[1] = {
  sides: [
    { actor: "a", name: "Left" },
    { actor: "b", name: LONG.slice(0, 14) },
  ],
  actors: ["a", "b"],
  rows: [{ theme: "land", name: LONG.slice(0, 16), verdict: "no overlap", judged: "2026-01-01" }],
};
const [brief, short] = [LONG.slice(0, 60).trim(), LONG.slice(0, 28).trim()];
const positions = [
  { id: "new", actor: "a", date: "2025-12-01", brief: "New" },
  { id: "old", actor: "a", date: "2025-01-01", brief: "Old" },
  { id: "other", actor: "b", date: "2025-06-01", brief, short },
].map((position) => ({ ...position, theme: "land" }));
const organisations = ["a", "b"].map((id) => ({ id, name: id }));
const { drafts, themes, answers, sources } = SMALL;
const withPositions = { ...ledgerOf({ positions, organisations }), drafts, themes, answers, sources };

test("lineage gives a draft the month that is known of it", () => {
  const drafts = SMALL.drafts.map((draft) => (draft.id === "kyiv" ? { ...draft, date: "2025-12" } : draft));
  const view = lineage({ ...SMALL, drafts });
  expect(view.values.to).toBe("December 2025");
  const drawing = view.draw(LAYOUTS.wide);
  expect(toMarkup(drawing.body)).toContain(">Dec<");
  // In its middle.
  const [first, second, , , last] = marksOf(drawing, "circle").map(({ x }) => x);
  expect((second! - first!) / (last! - first!)).toBeCloseTo(3 / 26, 2);
});

test("lineage counts who wrote the last steps without a break", () => {
  const by: Record<string, string[]> = { leak: ["ukraine", "russia"], geneva: ["united-states"] };
  const drafts = SMALL.drafts.map((draft) => ({ ...draft, by: by[draft.id] ?? draft.by }));
  expect(lineage({ ...SMALL, drafts }).values).toMatchObject({ since: "Kyiv", written: 1 });
});

test("lineage names both texts that the latest reworks", () => {
  const drafts = SMALL.drafts.map((draft) => ({
    ...draft,
    based_on: draft.based_on.flatMap((row) =>
      draft.id === "kyiv" ? [row, { ...row, draft: "berlin" }] : row,
    ),
  }));
  expect(lineage({ ...SMALL, drafts }).values["way"]).toBe("Leak, Geneva, Berlin and Kyiv");
});

test("lineage names the texts that are not drawn", () => {
  const drawn = [SMALL.drafts, SMALL.drafts.slice(1)].map((drafts) =>
    toMarkup(lineage({ ...SMALL, drafts }).draw(LAYOUTS.wide).body),
  );
  expect(drawn.map((body) => body.includes("Not drawn: Berlin."))).toEqual([true, false]);
});

test("lineage sets the dots of texts of one day side by side", () => {
  const drafts = SMALL.drafts.map((draft) => ({ ...draft, date: "2025-12-01", by: ["europe"] }));
  const [first, second] = marksOf(lineage({ ...SMALL, drafts }).draw(LAYOUTS.wide), "circle");
  expect(second!.left).toBeGreaterThan(first!.right);
});

test("lineage finds places for long names and words", () => {
  const drafts = SMALL.drafts.map((draft) => ({ ...draft, short: LONG.slice(0, 16), input: ["europe"] }));
  const view = lineage({ ...SMALL, drafts });
  expect(layouts.flatMap((layout) => drawingFaults(view.draw(layout, LONG.slice(0, 40))))).toEqual([]);
});

test("lineage finds places where the last text alone is of its side, or of one not known", () => {
  const sides = [["russia"], ["united-states"], ["ukraine"]];
  for (const last of [["europe"], []]) {
    const drafts = SMALL.drafts.map((draft, i) => ({ ...draft, input: [], by: sides[i] ?? last }));
    const drawing = lineage({ ...SMALL, drafts }).draw(LAYOUTS.wide, "Reworked in two steps");
    expect(drawingFaults(drawing)).toEqual([]);
    expect(toMarkup(drawing.body).includes("Not known")).toBe(last.length === 0);
  }
});

describe("outcomes of the themes", () => {
  test("count each theme once, by its leading clause in the latest text; what is asked less of has changed", () => {
    const { judgements } = ledgerOf({ judgements: [{ from: "leak", to: "kyiv", clause: "size-cap" }] });
    const { values } = outcomes({ ...SMALL, judgements });
    const counts = { missing: 0, unknown: 0, unrecorded: 1, changed: 1, open: 1, kept: 0, new: 0 };
    expect(values).toMatchObject({ ...counts, last: "Kyiv" });
    const absent = true as const;
    const silent = answers.map((row) => (row.clause === "size-cap" ? { ...row, absent } : row));
    expect(outcomes({ ...SMALL, answers: silent }).values).toMatchObject({ missing: 0, neither: 1 });
  });

  test("have the finding above their columns, where it does not read as an answer", () => {
    const answers = SMALL.answers.map((row) =>
      row.draft === "kyiv" && row.clause === "size-cap" ? { ...row, absent: true as const } : row,
    );
    const { texts } = readDrawing(outcomes({ ...SMALL, answers }).draw(LAYOUTS.wide, "One is gone."));
    const yOf = (words: string) => texts.find(({ text }) => text.startsWith(words))!.y;
    expect(yOf("One is gone.")).toBeLessThan(yOf("Kyiv"));
  });

  test("keep long names apart", () => {
    const themes = SMALL.themes.map((theme) => ({ ...theme, name: LONG }));
    const view = outcomes({ ...SMALL, themes });
    expect(layouts.flatMap((layout) => drawingFaults(view.draw(layout)))).toEqual([]);
  });
});

test("a text without room for its name is named below; a date has no year only after one of that year", () => {
  const dates = ["2025-12-01", "2025-12-03", "2025-12-05", "2026-04-01"];
  const near = ledgerOf({
    drafts: dates.map((date, i) => ({ id: `d${i}`, short: `Text ${i}`, date })),
    themes: [{}],
    answers: dates.map((_, i) => ({ draft: `d${i}`, says: `${i + 3} men`, value: i + 3, unit: "men" })),
  });
  const drawing = clauseValues(near, { clause: "clause", bands: [] }).draw(LAYOUTS.narrow);
  const drawn = toMarkup(drawing.body);
  expect(drawn).toContain("Text 1, 3 Dec 2025: 4 men.");
  expect(drawn).not.toContain("Text 0, ");
  expect(drawn).toMatch(/>1 Dec 2025<.*>5 Dec<.*>1 Apr 2026</);
});

test("a clause without a number has no drawing of its values", () => {
  expect(() => clauseValues(SMALL, { clause: "nato-entry", bands: [] })).toThrow("has a value");
  const [answer, ...answers] = SMALL.answers.map((row) => ({ ...row }));
  const mixed = { ...SMALL, answers: [{ ...answer!, unit: "divisions" }, ...answers] };
  expect(() => clauseValues(mixed, { clause: "size-cap", bands: [] })).toThrow("units: personnel, divisions");
});

describe("the board of gaps", () => {
  test("shows the newest stance of each side to a day; its table has later ones", () => {
    const view = gapBoard(withPositions, board);
    const words = readDrawing(view.draw(LAYOUTS.full)).texts.map(({ text }) => text);
    expect(words).toContain("New");
    expect(words).not.toContain("Old");
    expect(view.values).toMatchObject({ narrow: 0, to: "1 December 2025" });
    expect(layouts.flatMap((layout) => drawingFaults(view.draw(layout, LONG)))).toEqual([]);
    const rows = [{ ...board.rows[0]!, until: "2025-01-01" }];
    const early = gapBoard(withPositions, { ...board, rows });
    expect(early.values).toMatchObject({ from: "1 January 2025" });
    expect([view, early].map(({ table }) => table.rows.length)).toEqual([2, 3]);
  });

  test("asks for another verdict when a stance is newer than it", () => {
    const rows = [{ ...board.rows[0]!, judged: "2025-11-30" }];
    expect(() => gapBoard(withPositions, { ...board, rows })).toThrow("judge again");
  });

  test("has no label that says more than its row", () => {
    const ledger = { ...withPositions, positions: [{ ...withPositions.positions[2]!, short: "Of 20 Land" }] };
    expect(() => gapBoard(ledger, board)).toThrow("the label “Of 20 Land” of `other` adds “20 Land”");
  });

  test("says which position has no short form", () => {
    const ledger = { ...withPositions, positions: [{ ...withPositions.positions[0]!, brief: undefined }] };
    expect(() => gapBoard(ledger, board).draw(LAYOUTS.wide)).toThrow("`brief` of `new`, the newest");
  });
});

describe("the longest words that the options allow", () => {
  const cut = (letters: number) => LONG.slice(0, letters).trim();
  const step = (event: string) => `{ event: ${event}, label: ${cut(24)}, detail: ${cut(44)} }`;
  const lane = (event: string) => `{ name: ${cut(28)}, events: [${step("b")}, ${step(event)}] }`;
  const term = (event: string) => `{ event: ${event}, name: ${cut(22)}, how: ${cut(20)} }`;
  const group = `name: ${cut(9)}, by: ${cut(8)}, event: a, low: low`;
  const columns = ["a", "b", "c", "d"].map((end) => `${cut(14)} ${end}`).join();
  const figures = Object.entries({ part: 40, few: 4, low: 100, high: 150 }).map(
    ([id, value]) => `{ id: ${id}, name: jets, unit: jets, value: ${value} }`,
  );
  const { options, ...rows } = parse(`
sources: [{}]
events: [{ id: a, date: 2025-07-01, figures: [${figures.join()}] }, { id: b, date: 2025-07-03 }, { id: c, date: 2025-07-07 }, { id: d, date: 2025-07-05 }]
deliveries: [{ id: six, event: a, category: aircraft, status: intent, quantity: 6 }]
series:
  - { id: waves, columns: [Wave, Trust], rows: [[2022-05, 60], [2025-07, 40], [2025-09, 42]] }
  - { id: quarters, columns: [Quarter, ${columns}], rows: [[2025 Q1, 1, 2, 3, 4], [2025 Q2, 1, 2, 3, 4], [2025 Q3, 1, 2, 3, 9]] }
  - { id: years, columns: [Year, ${columns}], rows: [[2021, 30, 31, 32, 33], [2022, 30, 31, null, 33], [2023, 30, 31, 32, 33]] }
options:
  day-strip: { terms: { name: ${cut(20)}, who: [${term("a")}, ${term("d")}] }, lanes: [${lane("c")}, ${lane("d")}] }
  poll: { series: waves, marked: Trust, poll: { from: 2022-05, event: a, label: ${cut(28)},
    parts: [{ row: a, figure: part, from: 2025-08-11, to: 2025-08-18 }] } }
  pieces: { category: aircraft, given: { ${group.replace("low: low", "low: few")}, delivery: six, counted: ${cut(12)}, remark: ${cut(64)}, also: [] },
    intended: [{ ${group}, isAbout: true }, { ${group}, high: high, isAbout: true }] }
  series-bars: { series: quarters, marked: ${cut(14)} d, value: "€{value}bn", names: {} }
  series-lines: { series: years, marked: ${cut(14)} d }
`) as { options: Record<string, never> };

  test.each(Object.keys(options))("keep apart in the picture of %s", (name) => {
    const view = views[name === "poll" ? "series-lines" : name]!(ledgerOf(rows), options[name]!, "chart");
    const drawings = layouts.map((layout) => view.draw(layout, LONG.slice(0, 40)));
    expect(drawings.flatMap((drawing) => drawingFaults(drawing))).toEqual([]);
  });
});

describe("the file of a chart", () => {
  const GOOD =
    'view: outcomes\ntopic: plan\ntitle: "Gone: {missing}"\nsubtitle: "{Themes} themes"\ndescription: Of {themes}.\nnotes: ["Of {themes}."]\n';
  const read = (text: string, name = "a-chart.yaml") => {
    const directory = mkdtempSync(join(tmpdir(), "charts-"));
    writeFileSync(join(directory, name), text);
    try {
      return readCharts(directory, SMALL).map(({ title, subtitle, description, notes }) =>
        [title, subtitle, description, notes].join(),
      );
    } catch (error) {
      if (error instanceof ContentError)
        return error.problems.map(formatProblem).map((line) => line.replace(/^.*charts-[^/]*\//, ""));
      throw error;
    }
  };

  test("has its words filled in from the view", () =>
    expect(read(GOOD)).toEqual(["Gone: none,Three themes,Of three.,Of three."]));

  test.each([
    ["a word that is wider than a phone", GOOD.replace("Gone", "w".repeat(31)), "more than 30 letters"],
    ["an unknown view", GOOD.replace("view: outcomes", "view: pie"), "`view` must be one of"],
    ["a placeholder without a value", GOOD.replace("{missing}", "{most}"), "`{most}` has no value"],
    [
      "a title that is not true",
      `${GOOD}holds: ["missing > 90"]\n`,
      "the title or the description is not true",
    ],
    [
      "a number that the view does not have",
      `${GOOD}holds: [most > 1]\n`,
      "`most > 1` is about a number that the view does not have",
    ],
    ["a condition that compares nothing", `${GOOD}holds: [missing >]\n`, "must compare two names or numbers"],
    ["options that the view does not take", `${GOOD}options: { kind: pie }\n`, "unknown key `options`"],
  ])("is rejected for %s, with its line", (_, text, wrong) => {
    const [problem] = read(text);
    expect(problem).toContain(wrong);
    expect(problem).toMatch(/^a-chart\.yaml:\d+:\d+ /);
  });

  test("is rejected for a name that cannot be an address", () =>
    expect(read(GOOD, "A Chart.yaml")[0]).toContain("not a valid chart name"));
});
