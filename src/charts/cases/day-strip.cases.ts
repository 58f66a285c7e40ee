import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import { dayStrip } from "../kinds/day-strip.tsx";
import type { DayStripData, DayStripRow } from "../kinds/day-strip-data.ts";

const row = (id: string, day: number, lane = "talks", label = `Step ${id}`): DayStripRow => ({
  id,
  day: `d${day}`,
  lane,
  label,
  says: `Row ${id}`,
  href: "/x/",
});
const data = (days: number, rows: DayStripRow[], terms: number[] = [], label = "Somebody"): DayStripData => ({
  days: times(days, (i) => ({ id: `d${i}`, head: String(20 + i), date: `${20 + i} Nov` })),
  termsName: "In office",
  terms: terms.map((day, i) => ({ id: `t${i}`, day: `d${day}`, label, says: `Term ${i}` })),
  lanes: [
    { id: "talks", label: "Talks", glyph: "stated" },
    { id: "case", label: "Corruption case", glyph: "block-open" },
  ],
  rows,
  ring: "only reported",
});

export const dayStripCases: Cases<DayStripData> = {
  kind: dayStrip,
  cases: {
    empty: data(3, []),
    "one row": data(9, [row("a", 0)], [0]),
    ties: data(
      9,
      [row("a", 2), { ...row("b", 2), reported: true }, row("c", 2, "case"), row("d", 3, "case")],
      [0, 4],
    ),
    "longest Ukrainian label": data(3, [row("a", 0, "talks", LONGEST)], [0], LONGEST),
    "200 rows": data(
      9,
      times(200, (i) => row(String(i), i % 9, i % 2 ? "talks" : "case")),
      [0, 3],
    ),
  },
  marked: ({ rows, terms }) => [...rows, ...terms].map(({ id }) => id),
  scales: () => [],
  random: fc
    .array(fc.record({ day: fc.nat(8), talks: fc.boolean(), reported: fc.boolean() }), { maxLength: 20 })
    .map((rows) =>
      data(
        9,
        rows.map(({ day, talks, reported }, i) => ({
          ...row(String(i), day, talks ? "talks" : "case", "Leads"),
          reported,
        })),
        [0, 5],
      ),
    ),
};
