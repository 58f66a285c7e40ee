import type { Draft, Ledger } from "./ledger.ts";
import { draftsInOrder } from "./lookup.ts";

/** Up to so many drafts, any two have a page. Pairs grow with the square of the drafts. */
export const ALL_PAIRS_UP_TO_DRAFTS = 16;

export type DraftPair = readonly [before: Draft, after: Draft];

/**
 * The pairs of drafts that have a page of comparison, by date. In a story of many drafts these are neighbours in
 * time, a draft and those that it is based on, the first and the last, those of `start_with`, and `named`, ids in
 * either order.
 */
export function pairDrafts(ledger: Ledger, named: readonly (readonly string[])[] = []): DraftPair[] {
  const drafts = draftsInOrder(ledger);
  const pairs = drafts.flatMap((before, i) => drafts.slice(i + 1).map((after): DraftPair => [before, after]));
  if (drafts.length <= ALL_PAIRS_UP_TO_DRAFTS) return pairs;
  const chosen = [
    [drafts[0]?.id, drafts.at(-1)?.id],
    ...drafts.slice(1).map(({ id }, i) => [drafts[i]?.id, id]),
    ...drafts.flatMap(({ id, based_on, start_with }) =>
      [...based_on.map(({ draft }) => draft), ...start_with].map((other) => [id, other]),
    ),
    ...named,
  ];
  return pairs.filter(([{ id: a }, { id: b }]) => chosen.some((ids) => ids.includes(a) && ids.includes(b)));
}

/** The drafts that have a page of comparison with `draft`, by date. */
export function listPartners(pairs: readonly DraftPair[], draft: Draft): Draft[] {
  return pairs.flatMap(([before, after]) => (before === draft ? after : after === draft ? before : []));
}
