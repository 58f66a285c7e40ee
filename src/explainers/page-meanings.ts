import {
  ADDRESSES,
  ATTRIBUTES,
  MESSAGE,
  OTHER_MESSAGES,
  PARAMETERS,
  SIZES,
  type Term,
} from "../embed/contract.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { standing } from "../ledger/standing.ts";
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
  /** The word is typed as it stands. */
  isCode?: boolean;
}

/** What `<Meanings id="…" />` lists in a page; `origin` is that of the site. */
export const MEANINGS: Readonly<
  Record<(typeof MEANING_NAMES)[number], (ledger: Ledger, origin: string) => Meaning[]>
> = {
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
  allowed: (_, origin) => named(words.embeds.allowed(origin)),
  places: () => named(words.embeds.places),
  addresses: () => typed(ADDRESSES),
  parameters: () => typed(PARAMETERS),
  attributes: () => typed(ATTRIBUTES),
  message: () => typed(MESSAGE),
  "other-messages": () => typed(OTHER_MESSAGES),
  sizes: () => named(SIZES),
};

function named(terms: readonly Term[]): Meaning[] {
  return terms.map(([word, meaning]) => ({ word, meaning }));
}

function typed(terms: readonly Term[]): Meaning[] {
  return named(terms).map((term) => ({ ...term, isCode: true }));
}

/** The words of one kind, each with how many of `values` it is said of. */
function counted(kind: keyof typeof words.meanings.counts, values: readonly string[]): Meaning[] {
  return named(Object.entries(words.meanings[kind])).map((term) => ({
    ...term,
    count: words.meanings.counts[kind](values.filter((value) => value === term.word).length),
  }));
}
