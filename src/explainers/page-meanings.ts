import type { Ledger } from "../ledger/ledger.ts";
import { standing } from "../ledger/sources.ts";
import { CHANGES } from "../ledger/diff-drafts.ts";
import { CHANGE_WORDS } from "../views/answers.ts";
import { words } from "../words/words.ts";
import type { MEANING_NAMES } from "./page-names.ts";

export interface Meaning {
  word: string;
  meaning: string;
  /** How much there is of it: "12 events". */
  count?: string;
  sign?: string;
}

/** What `<Meanings id="…" />` lists in a page. */
export const MEANINGS: Readonly<Record<(typeof MEANING_NAMES)[number], (ledger: Ledger) => Meaning[]>> = {
  status: ({ events }) =>
    counted(
      "status",
      events.map(({ status }) => status),
    ),
  certainty: ({ provisions }) =>
    counted(
      "certainty",
      provisions.map(({ certainty }) => certainty),
    ),
  standing: (ledger) =>
    counted(
      "standing",
      ledger.sources.map((source) => standing(ledger, source)),
    ),
  changes: () => named(CHANGES.map((change) => [CHANGE_WORDS[change].name, CHANGE_WORDS[change].meaning])),
};

function named(terms: readonly (readonly [word: string, meaning: string])[]): Meaning[] {
  return terms.map(([word, meaning]) => ({ word, meaning }));
}

/** The words of one kind, each with how many of `values` it is said of. */
function counted(kind: keyof typeof words.meanings.counts, values: readonly string[]): Meaning[] {
  return named(Object.entries(words.meanings[kind])).map((term) => ({
    ...term,
    count: words.meanings.counts[kind](values.filter((value) => value === term.word).length),
  }));
}
