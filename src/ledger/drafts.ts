import { getOrInsert } from "../expect-defined.ts";
import type { Draft, Ledger } from "./ledger.ts";
import { draftsInOrder, getRow } from "./lookup.ts";

/** Up to so many drafts, any two have a page. Pairs grow with the square of the drafts. */
export const ALL_PAIRS_UP_TO_DRAFTS = 16;

export type DraftPair = readonly [before: Draft, after: Draft];

/**
 * The pairs of drafts that have a page of comparison, by date. In a story of many drafts these are neighbours in
 * time, a draft and those that it is based on, the first and the last, and `named`, ids in either order.
 */
export function pairDrafts(ledger: Ledger, named: readonly (readonly string[])[] = []): DraftPair[] {
  const drafts = draftsInOrder(ledger);
  const pairs = drafts.flatMap((before, i) => drafts.slice(i + 1).map((after): DraftPair => [before, after]));
  if (drafts.length <= ALL_PAIRS_UP_TO_DRAFTS) return pairs;
  const chosen = [
    [drafts[0]?.id, drafts.at(-1)?.id],
    ...drafts.slice(1).map(({ id }, i) => [drafts[i]?.id, id]),
    ...drafts.flatMap(({ id, based_on }) => based_on.map(({ draft }) => [id, draft])),
    ...named,
  ];
  return pairs.filter(([{ id: a }, { id: b }]) => chosen.some((ids) => ids.includes(a) && ids.includes(b)));
}

/** The drafts that have a page of comparison with `draft`, by date. */
export function listPartners(pairs: readonly DraftPair[], draft: Draft): Draft[] {
  return pairs.flatMap(([before, after]) => (before === draft ? after : after === draft ? before : []));
}

/**
 * The drafts in date order: those of the longest line of texts that rework each other, and who reworks whom, by their
 * places in that order.
 */
export function draftsOnLine(ledger: Ledger) {
  const drafts = draftsInOrder(ledger);
  const originsOf = ({ based_on }: Draft) => based_on.map(({ draft }) => getRow(ledger, "drafts", draft));
  const lengths = new Map<Draft, number>();
  const lengthOf = (draft: Draft): number =>
    getOrInsert(lengths, draft, () => 1 + Math.max(0, ...originsOf(draft).map(lengthOf)));
  const longest = (of: readonly Draft[]) => of.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const line = new Set<Draft>();
  for (let draft = longest(drafts); draft; draft = longest(originsOf(draft))) line.add(draft);
  return {
    isOnLine: drafts.map((draft) => line.has(draft)),
    descents: drafts.flatMap((draft, to) =>
      draft.based_on.map((row) => ({
        from: drafts.indexOf(getRow(ledger, "drafts", row.draft)),
        to,
        isInferred: row.known === "inferred",
      })),
    ),
  };
}
