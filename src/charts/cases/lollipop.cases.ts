import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { CERTAINTIES } from "../certainty.ts";
import { lollipop, type LollipopData, type LollipopRow } from "../kinds/lollipop.tsx";

/** A row as the cases and the tests draw it. */
export const lollipopRow = (
  id: string,
  value: number | null,
  extra: Partial<LollipopRow> = {},
): LollipopRow => ({
  id,
  label: `Draft ${id}`,
  detail: "20 Nov 2025",
  value,
  text: value === null ? "no number" : String(value),
  certainty: "confirmed",
  ...extra,
});
const row = (id: string, value: number | null, extra: Partial<LollipopRow> = {}) =>
  lollipopRow(id, value, { href: `/x/${id}/`, ...extra });
const data = (rows: LollipopRow[]): LollipopData => ({
  rows,
  words: { confirmed: "published", reported: "reported", alleged: "alleged", disputed: "accounts differ" },
});

export const lollipopCases: Cases<LollipopData> = {
  kind: lollipop,
  cases: {
    empty: data([]),
    "one row": data([row("a", 600_000)]),
    ties: data(CERTAINTIES.map((certainty) => row(certainty, 800_000, { certainty }))),
    "longest Ukrainian label": data([
      row("a", 600_000, { label: LONGEST, text: LONGEST_SENTENCE }),
      row("b", null, { text: LONGEST_SENTENCE }),
    ]),
    negative: data([row("a", 1), row("b", -1)]),
    "200 rows": data(times(200, (i) => row(String(i), i % 7 ? i : null, { certainty: CERTAINTIES[i % 4]! }))),
  },
  refused: { negative: ["row `b` has the value -1"] },
  marked: ({ rows }) => rows.map(({ id }) => id),
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return [
      rows.flatMap(({ id, value }) =>
        value === null
          ? []
          : drawn
              .get(id)!
              .filter(({ name }) => name === "use")
              .map((use) => [value, at(use, "x")] as const),
      ),
    ];
  },
  random: fc
    .array(fc.record({ value: fc.option(fc.nat(1e9)), certainty: fc.constantFrom(...CERTAINTIES) }), {
      maxLength: 30,
    })
    .map((rows) =>
      data(
        rows.map(({ value, certainty }, i) =>
          row(String(i), value, { certainty, text: value === null ? LONGEST : "about so many" }),
        ),
      ),
    ),
};
