import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { CERTAINTIES } from "../certainty.ts";
import { dotRange, type DotRangeData, type DotRangeRow } from "../kinds/dot-range.tsx";

export const row = (
  id: string,
  range: DotRangeRow["range"],
  extra: Partial<DotRangeRow> = {},
): DotRangeRow => ({
  id,
  group: "intent",
  label: `Jet ${id}`,
  detail: "Nov 2025",
  range,
  text: range ? [...new Set(range)].join(" to ") : "number not given",
  says: "so many",
  certainty: "confirmed",
  href: `/x/${id}/`,
  ...extra,
});
export const data = (rows: DotRangeRow[]): DotRangeData => ({
  groups: [
    { id: "intent", label: "Intent", empty: "none found" },
    { id: "delivered", label: "Delivered", empty: "none found" },
  ],
  rows,
  words: { confirmed: "on record", reported: "reported", alleged: "alleged", disputed: "accounts differ" },
});

export const dotRangeCases: Cases<DotRangeData> = {
  kind: dotRange,
  cases: {
    empty: data([]),
    "one row": data([row("a", [100, 150])]),
    ties: data(CERTAINTIES.map((certainty) => row(certainty, [6, 6], { certainty }))),
    "longest Ukrainian label": {
      ...data([
        row("a", [1, 6], { label: LONGEST, text: LONGEST_SENTENCE }),
        row("b", null, { text: LONGEST_SENTENCE }),
      ]),
      groups: [{ id: "intent", label: LONGEST, empty: "" }],
    },
    negative: data([row("a", [-1, 2])]),
    "200 rows": data(
      times(200, (i) => row(String(i), i % 5 ? [i, i * 2] : null, { group: i % 2 ? "intent" : "delivered" })),
    ),
  },
  refused: { negative: ["row `a` has the values -1 to 2"] },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return [
      rows.flatMap(({ id, range }) =>
        drawn
          .get(id)!
          .filter(({ name }) => name === "use")
          .map((use, i) => [range![i]!, at(use, "x")] as const),
      ),
    ];
  },
  random: fc
    .array(fc.option(fc.tuple(fc.nat(1e6), fc.nat(1e6))), {
      maxLength: 40,
    })
    .map((ranges) =>
      data(
        ranges.map((pair, i) =>
          row(String(i), pair && [Math.min(...pair), Math.max(...pair)], {
            text: "about so many",
            certainty: CERTAINTIES[i % 4]!,
          }),
        ),
      ),
    ),
};
