import type { Draft, Ledger } from "./ledger.ts";
import { draftsInOrder, getRow } from "./lookup.ts";

/** A draft that another one reworks, by their places in date order. */
export interface Descent {
  from: number;
  to: number;
  isInferred: boolean;
}

/** The drafts in date order: those of the longest line of texts that rework each other, and who reworks whom. */
export function draftsOnLine(ledger: Ledger): { isOnLine: boolean[]; descents: Descent[] } {
  const drafts = draftsInOrder(ledger);
  const lengths = new Map<Draft, number>();
  const lengthOf = (draft: Draft): number => {
    const known = lengths.get(draft);
    if (known !== undefined) return known;
    const length = 1 + Math.max(0, ...originsOf(draft).map(lengthOf));
    lengths.set(draft, length);
    return length;
  };
  const originsOf = ({ based_on }: Draft) => based_on.map(({ draft }) => getRow(ledger, "drafts", draft));
  const longest = (of: readonly Draft[]) =>
    of.reduce<Draft | undefined>(
      (best, draft) => (best && lengthOf(best) >= lengthOf(draft) ? best : draft),
      undefined,
    );
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
