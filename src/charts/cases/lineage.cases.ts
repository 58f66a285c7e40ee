import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import { lineage, type LineageData, type LineageRow } from "../kinds/lineage.tsx";

const row = (id: string, from: string[] = [], extra: Partial<LineageRow> = {}): LineageRow => ({
  id,
  label: "Geneva",
  date: "23 Nov",
  glyph: "stated",
  by: ["us", "kyiv"],
  input: [],
  from: from.map((origin) => ({ id: origin, said: true })),
  says: `Text ${id}`,
  href: "/x/",
  ...extra,
});
const data = (rows: LineageRow[]): LineageData => ({
  lanes: ["moscow", "us", "kyiv", "europe"].map((id) => ({ id, label: `Lane ${id}`, short: id.slice(0, 3) })),
  rows,
  signs: ["stated", "softened", "block-open"].map((glyph) => ({ glyph, label: glyph })),
  words: { reworked: "reworked from", unsaid: "not said", input: "had a hand" },
});

export const lineageCases: Cases<LineageData> = {
  kind: lineage,
  cases: {
    empty: data([]),
    "one row": data([row("a")]),
    ties: data([
      row("a", [], { by: ["us"], input: ["moscow"] }),
      row("b", ["a"], { by: ["europe"], glyph: "block-open" }),
      row("c", [], { from: [{ id: "a", said: false }] }),
    ]),
    "longest Ukrainian label": data([row("a", [], { label: LONGEST })]),
    "200 rows": data(times(200, (i) => row(String(i)))),
  },
  refused: {
    "longest Ukrainian label": [`row \`a\`: “${LONGEST}” has no room`],
    "200 rows": ["there are 200 rows; 14 have room"],
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: () => [],
  random: fc
    .array(
      fc.record({ by: fc.subarray(["moscow", "us", "kyiv", "europe"], { minLength: 1 }), from: fc.nat(20) }),
      { maxLength: 14 },
    )
    .map((rows) =>
      data(rows.map(({ by, from }, i) => row(String(i), from < i ? [String(from)] : [], { by }))),
    ),
};
