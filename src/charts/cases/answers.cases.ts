import fc from "fast-check";
import { type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { answers, type AnswersData, type AnswersRow } from "../kinds/answers.tsx";

export const row = (id: string, extra: Partial<AnswersRow> = {}): AnswersRow => ({
  id,
  label: `Text ${id}`,
  detail: "23 Dec 2025",
  state: "stated",
  runs: [{ kind: "kept", text: "600,000 at most" }],
  open: false,
  quote: "",
  note: "text published",
  says: "600,000 at most",
  href: `/x/${id}/`,
  ...extra,
});
export const data = (rows: AnswersRow[]): AnswersData => ({
  states: ["stated", "softened", "open", "added", "removed"].map((glyph) => ({ glyph, label: glyph })),
  rows,
});

const MARKED: AnswersRow["runs"] = [
  { kind: "struck", text: "600,000 at most" },
  { kind: "inserted", text: "800,000" },
  { kind: "kept", text: "in peacetime" },
];

export const answersCases: Cases<AnswersData> = {
  kind: answers,
  cases: {
    empty: data([]),
    "one row": data([
      row("a", { runs: MARKED, quote: "The size of the forces will be limited to 800,000 in peacetime." }),
    ]),
    ties: data([
      row("a"),
      row("b", { runs: MARKED }),
      row("c", { state: "open", open: true }),
      row("d", { state: undefined, note: "" }),
    ]),
    "longest Ukrainian label": data([
      row("a", {
        label: LONGEST,
        runs: [
          { kind: "struck", text: LONGEST_SENTENCE },
          { kind: "inserted", text: LONGEST_SENTENCE },
        ],
        note: LONGEST,
      }),
    ]),
    "200 rows": data(
      times(200, (i) => row(String(i), { runs: i % 2 ? MARKED : row("").runs, open: i % 3 === 0 })),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: () => [],
  random: fc
    .array(
      fc.record({
        runs: fc.array(
          fc.record({
            kind: fc.constantFrom("kept" as const, "struck" as const, "inserted" as const),
            text: fc.constantFrom("600,000", "at most, in peace time", "a", LONGEST, LONGEST_SENTENCE),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        open: fc.boolean(),
        state: fc.constantFrom("stated", "open", undefined),
        quote: fc.constantFrom("", LONGEST_SENTENCE),
        note: fc.constantFrom("", "reported"),
      }),
      { maxLength: 12 },
    )
    .map((rows) => data(rows.map((extra, i) => row(String(i), extra)))),
};
