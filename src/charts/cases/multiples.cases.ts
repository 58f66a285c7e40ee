import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import { multiples } from "../kinds/multiples.tsx";
import type { MultiplesData, MultiplesPanel } from "../kinds/multiples-data.ts";

export const panel = (
  id: string,
  values: (number | null)[],
  extra: Partial<MultiplesPanel> = {},
): MultiplesPanel => ({
  id,
  label: `Panel ${id}`,
  marked: false,
  bars: values.map((value, i) => ({
    period: `p${i}`,
    value,
    text: value === null ? "" : value.toFixed(1),
    says: String(value),
    href: "/x/",
  })),
  ...extra,
});
export const data = (panels: MultiplesPanel[]): MultiplesData => ({
  periods: times(Math.max(1, ...panels.map(({ bars }) => bars.length)), (i) => ({
    id: `p${i}`,
    name: `period ${i}`,
    label: i % 4 ? "" : `${2020 + i / 4} H1`,
    short: i % 4 ? "" : `’${20 + i / 4}`,
  })),
  panels,
  missing: "not known",
  numbers: 3,
});

export const multiplesCases: Cases<MultiplesData> = {
  kind: multiples,
  cases: {
    empty: data([]),
    "one row": data([panel("a", [3])]),
    ties: data([panel("a", [3, 3, 3, 3]), panel("b", [3, null, 3, 3], { marked: true })]),
    "longest Ukrainian label": data([panel("a", [1, 2], { label: LONGEST }), panel("b", [3, 1])]),
    negative: data([panel("a", [1, -1])]),
    "200 rows": data(
      times(20, (i) =>
        panel(
          String(i),
          times(10, (j) => (i * j) % 23),
        ),
      ),
    ),
  },
  refused: { negative: ["panel `a`, `p1`: the value is -1"] },
  marked: ({ panels }) => panels.flatMap(({ id, bars }) => bars.map(({ period }) => `${id} ${period}`)),
  scales: ({ panels }, elements) => {
    const value = new Map<string, number | null>(
      panels.flatMap(({ id, bars }) => bars.map((bar) => [`${id} ${bar.period}`, bar.value] as const)),
    );
    const bars = elements.filter(({ name, attributes }) => name === "rect" && attributes["data-row"]);
    return [
      [
        [0, 0],
        ...bars.map(
          ({ attributes }) => [value.get(attributes["data-row"]!)!, Number(attributes.height)] as const,
        ),
      ],
    ];
  },
  random: fc
    .array(fc.array(fc.option(fc.nat(9999)), { minLength: 1, maxLength: 17 }), { maxLength: 7 })
    .map((all) => data(all.map((values, i) => panel(String(i), values, { marked: i === 1 })))),
};
