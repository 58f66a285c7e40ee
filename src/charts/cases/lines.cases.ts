import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import { middleOf } from "../time-axis.tsx";
import { lines } from "../kinds/lines.tsx";
import type { LinesData, LinesLine } from "../kinds/lines-data.ts";

export const line = (id: string, values: (number | null)[], extra: Partial<LinesLine> = {}): LinesLine => ({
  id,
  label: `Line ${id}`,
  marked: false,
  points: values.map((value, i) => ({ date: String(2012 + i), value })),
  ...extra,
});
export const data = (list: LinesLine[], extra: Partial<LinesData> = {}): LinesData => ({
  from: "2012",
  to: "2025",
  domain: [0, 100],
  format: (value) => `${Math.round(value)}%`,
  lines: list,
  moments: [],
  longestGap: 400,
  gap: "not known",
  nameDate: (date) => date,
  href: "/x/",
  ...extra,
});
const moment = (id: string, label: string) => ({
  id,
  date: "2022-02-24",
  label,
  says: "it happened",
  href: "/y/",
});

export const linesCases: Cases<LinesData> = {
  kind: lines,
  cases: {
    empty: data([]),
    "one row": data([line("a", [40])]),
    ties: data([line("a", [40, 50]), line("b", [40, 50]), line("c", [40, 50], { marked: true })], {
      moments: [moment("m", "One"), moment("n", "Other")],
    }),
    "longest Ukrainian label": data([line("a", [40, null, 60], { label: LONGEST }), line("b", [30, 60])], {
      moments: [moment("m", LONGEST)],
    }),
    negative: data([line("a", [-40, 0, 30]), line("b", [20, -10])], { domain: [-50, 50] }),
    "200 rows": data(
      [
        line("a", [], {
          points: times(200, (i) => ({
            date: new Date(Date.UTC(2012, 0, 1 + i * 20)).toISOString().slice(0, 10),
            value: i / 2,
          })),
        }),
        ...times(9, (i) => line(`b${i}`, [30, 40 + i])),
      ],
      { longestGap: 30 },
    ),
  },
  marked: ({ lines, moments }) => [...moments, ...lines].map(({ id }) => id),
  scales: ({ lines }, elements) => {
    const dots = lines.flatMap(({ id, points }) => {
      const path = elements.find(({ attributes }) => attributes["data-row"] === id)!.attributes.d!;
      const known = points.filter(({ value }) => value !== null);
      const places = [...path.matchAll(/M([\d.-]+) ([\d.-]+)h0/g)];
      if (places.length !== known.length)
        throw new Error(`line ${id} has ${places.length} dots for ${known.length} numbers`);
      return places.map(([, x, y], i) => ({ ...known[i]!, x: Number(x), y: Number(y) }));
    });
    return [
      dots.map(({ date, x }) => [middleOf(date), x] as const),
      dots.map(({ value, y }) => [value!, y] as const),
    ];
  },
  random: fc
    .array(
      fc
        .array(fc.option(fc.nat(100)), { minLength: 1, maxLength: 14 })
        .filter((values) => values.some((value) => value !== null)),
      { maxLength: 8 },
    )
    .map((all) => data(all.map((values, i) => line(String(i), values, { marked: i === 0 })))),
};
