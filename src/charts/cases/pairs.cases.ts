import fc from "fast-check";
import { byRow, type Cases, LONGEST, times } from "./cases.ts";
import { pairs, type PairsActor, type PairsData, type PairsRow } from "../kinds/pairs.tsx";

const actor = (id: string, extra: Partial<PairsActor> = {}): PairsActor => ({
  id,
  label: `First Last-${id}`,
  short: `Last-${id}`,
  group: id < "c" ? "one" : "two",
  total: 12,
  href: `/x/${id}/`,
  ...extra,
});
const row = (a: string, b: string, count = 1): PairsRow => ({ a, b, count, says: `${count} times`, href: "/x/" });
const data = (actors: PairsActor[], rows: PairsRow[]): PairsData => ({
  actors,
  rows,
  sign: "number of meetings",
  none: "none",
  dashed: "one only reported",
});
const TWELVE = "abcdefghijkl".split("");
const all = (ids: readonly string[]) => ids.flatMap((a, i) => ids.slice(0, i).map((b) => [a, b] as const));
const many = times(21, String);

export const pairsCases: Cases<PairsData> = {
  kind: pairs,
  cases: {
    empty: data([], []),
    "one row": data([actor("a"), actor("b")], [row("a", "b", 4)]),
    ties: data([actor("a"), actor("b"), actor("c")], [row("a", "b", 2), row("c", "b", 2)]),
    "longest Ukrainian label": data([actor("a"), actor("b", { label: LONGEST, short: LONGEST })], [row("a", "b")]),
    negative: data([actor("a"), actor("b")], [row("a", "b", -1)]),
    "200 rows": data(
      many.map((id) => actor(id)),
      all(many)
        .slice(0, 200)
        .map(([a, b], i) => row(a, b, 1 + (i % 9))),
    ),
  },
  refused: {
    "longest Ukrainian label": [`actor \`b\`: “${LONGEST}” has no room on a phone`],
    negative: ["row `a+b` has the count -1"],
    "200 rows": ["there are 21 actors; 16 have room on a phone"],
  },
  marked: ({ rows }) => rows.map(({ a, b }) => `${a}+${b}`),
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return [
      [
        [0, 0],
        ...rows.map(
          ({ a, b, count }) => [count, Number(drawn.get(`${a}+${b}`)!.find(({ name }) => name === "rect")!.attributes.height)] as const,
        ),
      ],
    ];
  },
  random: fc.array(fc.nat(99), { minLength: 66, maxLength: 66 }).map((counts) =>
    data(
      TWELVE.map((id) => actor(id)),
      all(TWELVE).flatMap(([a, b], i) => (counts[i] ? [row(a, b, counts[i])] : [])),
    ),
  ),
};
