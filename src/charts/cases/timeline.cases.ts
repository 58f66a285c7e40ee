import fc from "fast-check";
import { at, type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { CERTAINTIES } from "../certainty.ts";
import { middleOf } from "../time-axis.tsx";
import { timeline, type TimelineData, type TimelineRow } from "../kinds/timeline.tsx";

export const row = (id: string, date: string, extra: Partial<TimelineRow> = {}): TimelineRow => ({
  id,
  date,
  number: id,
  head: `Entry ${id}`,
  detail: "Paris (Élysée Palace)",
  text: "Something was agreed, and then something else that takes a second line to tell.",
  certainty: "confirmed",
  href: `/x/${id}/`,
  ...extra,
});
export const data = (rows: TimelineRow[]): TimelineData => ({
  rows,
  words: { confirmed: "counted", reported: "reported", alleged: "alleged", disputed: "count in dispute" },
});

export const timelineCases: Cases<TimelineData> = {
  kind: timeline,
  cases: {
    empty: data([]),
    "one row": data([row("1", "2025-05-05", { end: "2025-06-05", marked: true })]),
    ties: data(CERTAINTIES.map((certainty) => row(certainty, "2025-05-05", { certainty, number: "" }))),
    "longest Ukrainian label": data([row("1", "2025-05-05", { head: LONGEST, detail: LONGEST, text: LONGEST_SENTENCE })]),
    "200 rows": data(times(200, (i) => row(String(i), `${2022 + Math.floor(i / 50)}-05-05`, { certainty: CERTAINTIES[i % 4]! }))),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: ({ rows }, elements) => [
    elements.filter(({ attributes }) => attributes["data-row"]).map((mark, i) => [middleOf(rows[i]!.date), at(mark, "x")] as const),
  ],
  random: fc
    .array(fc.record({ day: fc.integer({ min: 0, max: 1500 }), certainty: fc.constantFrom(...CERTAINTIES), marked: fc.boolean() }), {
      maxLength: 20,
    })
    .map((rows) =>
      data(
        rows
          .sort((a, b) => a.day - b.day)
          .map(({ day, ...extra }, i) => row(String(i), new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10), extra)),
      ),
    ),
};
