import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { stages, type StagesData, type StagesRow } from "../kinds/stages.tsx";

const STAGES = [
  { id: "intent", label: "intent", glyph: "open" },
  { id: "ordered", label: "ordered", glyph: "block-dot" },
  { id: "delivered", label: "delivered in part", glyph: "softened" },
];
/** A row as the cases and the tests draw it. */
export const stagesRow = (id: string, stage: string, extra: Partial<StagesRow> = {}): StagesRow => ({
  id,
  group: "Guns",
  label: `Gun ${id}`,
  stage,
  amount: "12",
  says: "so many",
  href: `/x/${id}/`,
  ...extra,
});
const row = (id: string, stage: number, extra: Partial<StagesRow> = {}) =>
  stagesRow(id, STAGES[stage]!.id, extra);
const data = (rows: StagesRow[]): StagesData => ({ stages: STAGES, rows, ring: "only reported" });

export const stagesCases: Cases<StagesData> = {
  kind: stages,
  cases: {
    empty: data([]),
    "one row": data([row("a", 1)]),
    ties: data([
      row("a", 2),
      row("b", 2, { label: "Gun a", also: [{ stage: "ordered", amount: "6", reported: true }] }),
    ]),
    "longest Ukrainian label": data([
      row("a", 0, { label: LONGEST_SENTENCE, group: LONGEST }),
      row("b", 2, { label: LONGEST, amount: LONGEST }),
    ]),
    "200 rows": data(
      times(200, (i) =>
        row(String(i), i % 3, {
          group: `Group ${Math.floor(i / 20)}`,
          amount: i % 2 ? "30,000 planned" : "",
        }),
      ),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // The signs of a row stand in the columns of its stages.
  scales: ({ stages, rows }, elements) => {
    const drawn = byRow(elements);
    return [
      rows.flatMap(({ id, stage, also = [] }) => {
        const columns = [stage, ...also.map((other) => other.stage)].map((id) =>
          stages.findIndex((other) => other.id === id),
        );
        const signs = drawn.get(id)!.filter(({ name }) => name === "use");
        return columns.sort((a, b) => a - b).map((column, i) => [column, at(signs[i]!, "x")] as const);
      }),
    ];
  },
  random: fc
    .array(
      fc.record({
        stage: fc.nat(2),
        group: fc.constantFrom("Guns", "Jets"),
        amount: fc.constantFrom("", "12", "30,000 planned"),
      }),
      {
        maxLength: 60,
      },
    )
    .map((rows) => data(rows.map(({ stage, ...extra }, i) => row(String(i), stage, extra)))),
};
