import fc from "fast-check";
import { byRow, type Cases, LONGEST, times } from "./cases.ts";
import type { DrawnElement } from "../read-drawing.ts";
import { stackedBars, type StackedBarsData, type StackedBarsRow } from "../kinds/stacked-bars.tsx";

const row = (id: string, values: number[], extra: Partial<StackedBarsRow> = {}): StackedBarsRow => ({
  id,
  label: `Country ${id}`,
  values,
  text: values.reduce((a, b) => a + b, 0).toFixed(1),
  says: "so much",
  href: `/x/${id}/`,
  ...extra,
});
const data = (rows: StackedBarsRow[]): StackedBarsData => ({
  parts: ["military", "financial", "humanitarian"],
  rows,
});

export const stackedBarsCases: Cases<StackedBarsData> = {
  kind: stackedBars,
  cases: {
    empty: data([]),
    "one row": data([row("a", [1, 2, 3])]),
    ties: data([row("a", [1, 2, 3]), row("b", [1, 2, 3], { marked: true }), row("c", [0, 0, 0])]),
    "longest Ukrainian label": data([row("a", [1, 2, 3], { label: LONGEST }), row("b", [1, 1, 1])]),
    negative: data([row("a", [1, -2, 3])]),
    "200 rows": data(times(200, (i) => row(String(i), [i, i % 9, i % 4], { marked: i === 100 }))),
  },
  refused: { negative: ["row `a` has the value -2 for financial"] },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return [
      rows.flatMap(({ id, values }) => {
        const bars = drawn
          .get(id)!
          .filter(({ name, attributes }) => name === "rect" && attributes.class !== "accent");
        // The outline of the third part lies inside its length, of which it takes no more than half.
        const length = ({ attributes }: DrawnElement) =>
          Number(attributes.width) +
          (attributes.class === "line-ink" ? Math.min(1.3, Number(attributes.width)) : 0);
        return [
          [0, 0] as const,
          ...values.filter((value) => value > 0).map((value, i) => [value, length(bars[i]!)] as const),
        ];
      }),
    ];
  },
  random: fc
    .array(fc.array(fc.double({ min: 10, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }), {
      maxLength: 30,
    })
    .map((rows) => data(rows.map((values, i) => row(String(i), values, { marked: i === 2 })))),
};
