import { expect, test } from "vitest";
import { ALL_PAIRS_UP_TO_DRAFTS, pairDrafts, listPartners } from "./drafts.ts";
import { ledgerOf } from "./ledger.fixture.ts";

/** Drafts `d1`, `d2` … of successive days, with these fields by id. */
const draftsOf = (count: number, fields: Readonly<Record<string, object>> = {}) =>
  ledgerOf({
    drafts: Array.from({ length: count }, (_, i) => {
      const id = `d${i + 1}`;
      return { id, date: `2026-01-${String(i + 1).padStart(2, "0")}`, ...fields[id] };
    }),
  });
const idsOf = (pairs: ReturnType<typeof pairDrafts>) => pairs.map(([a, b]) => `${a.id} ${b.id}`);

test("in a small story any two drafts are compared, the earlier one first", () => {
  expect(idsOf(pairDrafts(draftsOf(3)))).toEqual(["d1 d2", "d1 d3", "d2 d3"]);
  expect(pairDrafts(draftsOf(ALL_PAIRS_UP_TO_DRAFTS))).toHaveLength(120);
});

test("in a large one those that follow one another, build on one another, or are named", () => {
  const ledger = draftsOf(ALL_PAIRS_UP_TO_DRAFTS + 1, {
    d9: { based_on: [{ draft: "d4", how: "Cut.", sources: ["ap-2025"] }] },
  });
  const neighbours = ledger.drafts.slice(1).map(({ id }, i) => `d${i + 1} ${id}`);
  const pairs = pairDrafts(ledger, [["d12", "d2"]]);
  expect(idsOf(pairs).toSorted()).toEqual([...neighbours, "d1 d17", "d4 d9", "d2 d12"].toSorted());
  expect(listPartners(pairs, ledger.drafts[8]!).map(({ id }) => id)).toEqual(["d4", "d8", "d10"]);
});
