import fc from "fast-check";
import { at, type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { CERTAINTIES } from "../certainty.ts";
import { middleOf } from "../time-axis.tsx";
import { lanes, type LaneRow, type LanesData } from "../kinds/lanes.tsx";

/** A row as the cases and the tests draw it; `date` is an ISO date. */
export const laneRow = (id: string, date: string, extra: Partial<LaneRow> = {}): LaneRow => ({
  id,
  lane: "talks",
  date,
  label: `Label of ${id}`,
  says: "something happened",
  certainty: "confirmed",
  rank: 1,
  href: `/x/${id}/`,
  ...extra,
});
const row = (id: string, day: number, extra: Partial<LaneRow> = {}) =>
  laneRow(id, new Date(Date.UTC(2025, 10, 1 + day)).toISOString().slice(0, 10), extra);
const data = (rows: LaneRow[], talks = "Talks"): LanesData => ({
  from: "2025-11-01",
  to: "2025-12-31",
  lanes: [
    { id: "talks", label: talks, side: "above" },
    { id: "case", label: "Corruption case", side: "below" },
  ],
  rows,
  words: { confirmed: "on record", reported: "reported", alleged: "alleged", disputed: "accounts differ" },
});

export const lanesCases: Cases<LanesData> = {
  kind: lanes,
  cases: {
    empty: data([]),
    "one row": data([row("a", 20, { end: "2025-12-24" })]),
    ties: data(CERTAINTIES.map((certainty) => row(certainty, 9, { certainty }))),
    "longest Ukrainian label": data([row("a", 20, { label: LONGEST }), row("b", 30, { lane: "case", label: LONGEST_SENTENCE })], LONGEST),
    "200 rows": data(
      times(200, (i) => row(String(i), (i * 7) % 60, { lane: i % 3 ? "talks" : "case", rank: i % 5, certainty: CERTAINTIES[i % 4]! })),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // Time runs across or down: along the axis on which the first and the last day stand farthest apart.
  scales: ({ rows }, elements) => {
    const marks = elements.filter(({ name }) => name === "use");
    const down = elements.some(({ attributes }) => attributes.href?.startsWith("#lanes-narrow"));
    return [
      marks.map((mark) => [middleOf(rows.find(({ id }) => id === mark.attributes["data-row"])!.date), at(mark, down ? "y" : "x")] as const),
    ];
  },
  random: fc
    .array(
      fc.record({ day: fc.nat(60), lane: fc.constantFrom("talks", "case"), rank: fc.nat(4), certainty: fc.constantFrom(...CERTAINTIES) }),
      { maxLength: 30 },
    )
    .map((rows) => data(rows.map(({ day, ...extra }, i) => row(String(i), day, extra)))),
};
