import type { z } from "zod";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { find, questionsInOrder, findQuotation } from "../ledger/lookup.ts";
import { type Accused, accusedOf } from "../ledger/presumption.ts";
import type { CollectionName } from "../ledger/schema.ts";
import { TOPICS } from "../site.ts";
import { explainerSchema, pageSchema } from "./schema.ts";

export interface TextKind {
  schema: z.ZodObject;
  /** Components by name, each with what is wrong with an id, if anything is; one that takes no id has null. */
  components: Readonly<Record<string, ((id: string) => string | undefined) | null>>;
  /** Figures, dates and wrongdoing need a receipt. */
  needsReceipts: boolean;
  accused: readonly Accused[];
}

/** What texts may name. `isDoubtful` holds for rows that exist but are wrong in themselves. */
export interface Known {
  ledger: Ledger;
  glossary: readonly Term[];
  chartIds: readonly string[];
  tableIds: readonly string[];
  isDoubtful(collection: CollectionName, key: string): boolean;
}

/** What `<Value id="…" />` may name; src/explainers/page-values.ts writes it. */
export const VALUE_NAMES = [
  ...[
    "answers",
    "covered-through",
    "drafts",
    "drafts-unpublished",
    "events",
    "headlines",
    "languages",
    "last-reading",
  ],
  ...[
    "narrowest",
    "origins",
    "questions",
    "read-in-part",
    "read-whole",
    "reading-reaches",
    "sources",
    "thin-coverage",
  ],
  ...["unknowns", "wide-from"],
] as const;

/** What `<Meanings id="…" />` may name. */
export const MEANING_NAMES = ["status", "certainty", "standing", "changes"] as const;

const MISSING = "does not exist";
const known = (exists: (id: string) => boolean) => (id: string) => (exists(id) ? undefined : MISSING);
const listed = (ids: readonly string[]) => known((id) => ids.includes(id));

/** The two kinds of text: explainers, which stand on receipts, and pages about the site itself. */
export function textKinds({ ledger, glossary, chartIds, tableIds, isDoubtful }: Known): {
  explainer: TextKind;
  page: TextKind;
} {
  const row = (collection: CollectionName) => (id: string) =>
    find(ledger, collection, id) !== undefined || isDoubtful(collection, id);
  const isAsked = listed(questionsInOrder(ledger).map(({ question }) => question.id));
  const accused = accusedOf(ledger);
  return {
    explainer: {
      schema: explainerSchema,
      needsReceipts: true,
      accused,
      components: {
        Chart: listed(chartIds),
        Cite: known(row("sources")),
        Clause: isAsked,
        Draft: known(row("drafts")),
        Fact: known(row("events")),
        Person: known(row("people")),
        Proceedings: known(row("proceedings")),
        Quote: (id) => {
          if (findQuotation(ledger, id) || isDoubtful("events", id) || isDoubtful("provisions", id))
            return undefined;
          return row("events")(id) ? "has no `quote`" : MISSING;
        },
        Reason: known(row("reasons")),
        Redlines: isAsked,
        Table: listed(tableIds),
        Term: listed(glossary.map(({ id }) => id)),
      },
    },
    page: {
      schema: pageSchema,
      needsReceipts: false,
      accused,
      components: {
        Meanings: listed(MEANING_NAMES),
        Unknowns: listed(TOPICS),
        Value: listed(VALUE_NAMES),
      },
    },
  };
}
