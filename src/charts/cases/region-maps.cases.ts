import fc from "fast-check";
import { type Cases, LONGEST, times } from "./cases.ts";
import {
  type Pattern,
  PATTERNS,
  type RegionClaim,
  regionMaps,
  type RegionMapsData,
  type RegionPanel,
} from "../kinds/region-maps.tsx";

const NAMES = Object.keys(PATTERNS) as Pattern[];

/** What a text asks of a region, for tests. */
export const regionClaim = (id: string, extra: Partial<RegionClaim> = {}): RegionClaim => ({
  id,
  pattern: "slant",
  regions: ["UA-14"],
  part: false,
  head: "Donetsk",
  text: "left to talks",
  says: `Claim ${id}`,
  href: "/x/",
  ...extra,
});
const panel = (id: string, claims: RegionClaim[], label = `Text ${id}`): RegionPanel => ({
  id,
  label,
  detail: "23 November 2025",
  claims,
});
const data = (panels: RegionPanel[]): RegionMapsData => ({ panels, named: "UA-14" });

export const regionMapsCases: Cases<RegionMapsData> = {
  kind: regionMaps,
  cases: {
    empty: data([]),
    "one row": data([panel("a", [regionClaim("x")])]),
    ties: data([
      panel("a", [regionClaim("x"), regionClaim("y", { part: true, pattern: "upright" })]),
      panel("b", [regionClaim("z", { part: true })]),
    ]),
    "longest Ukrainian label": data([
      panel("a", [regionClaim("x", { head: LONGEST, text: LONGEST })], LONGEST),
    ]),
    "200 rows": data(
      times(20, (i) =>
        panel(
          String(i),
          times(10, (j) => regionClaim(`${i}-${j}`, { part: true })),
        ),
      ),
    ),
  },
  marked: ({ panels }) => panels.flatMap(({ claims }) => claims.map(({ id }) => id)),
  scales: () => [],
  random: fc
    .array(
      fc.array(fc.record({ pattern: fc.constantFrom(...NAMES), part: fc.boolean() }), { maxLength: 4 }),
      { maxLength: 6 },
    )
    .map((panels) =>
      data(
        panels.map((claims, i) =>
          panel(
            String(i),
            claims.map(({ pattern, part }, j) => regionClaim(`${i}-${j}`, { pattern, part: part || j > 0 })),
          ),
        ),
      ),
    ),
};
