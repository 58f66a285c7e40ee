import fc from "fast-check";
import { type Cases, LONGEST, LONGEST_SENTENCE, times } from "./cases.ts";
import { flow, type FlowData, type FlowRow } from "../kinds/flow.tsx";

export const row = (from: string, to: string, extra: Partial<FlowRow> = {}): FlowRow => ({
  id: `${from}-${to}`,
  from,
  to,
  label: "Allegedly over $1m, by transfers to accounts of a company",
  by: "NABU and SAPO",
  href: "/x/",
  ...extra,
});
export const data = (rows: FlowRow[]): FlowData => ({ rows, part: "Allegation", sign: "alleged" });

export const flowCases: Cases<FlowData> = {
  kind: flow,
  cases: {
    empty: data([]),
    "one row": data([row("a", "b")]),
    ties: data([row("a", "hub"), row("b", "hub"), row("hub", "c"), row("hub", "d")]),
    "longest Ukrainian label": data([row("a", LONGEST, { label: LONGEST_SENTENCE, by: LONGEST }), row("b", LONGEST), row(LONGEST, "c")]),
    "200 rows": data(times(200, (i) => row(`from ${i}`, `to ${i}`))),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // There are no amounts, and so nothing that could be in proportion.
  scales: () => [],
  random: fc
    .array(fc.record({ into: fc.integer({ min: 1, max: 3 }), steps: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 })
    .map((hubs) =>
      data(
        hubs.flatMap(({ into, steps }, hub) => [
          ...times(into, (i) => row(`source ${hub}.${i}`, `end ${hub}.0`)),
          ...times(steps, (i) => row(`end ${hub}.${i}`, `end ${hub}.${i + 1}`)),
        ]),
      ),
    ),
};
