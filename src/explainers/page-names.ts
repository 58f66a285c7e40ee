/** What `<Value id="…" />` may name; src/explainers/page-values.ts has what it writes. */
export const VALUE_NAMES = [
  "answers",
  "covered-through",
  "drafts",
  "drafts-unpublished",
  "events",
  "headlines",
  "languages",
  "last-reading",
  "narrowest",
  "origins",
  "questions",
  "read-in-part",
  "read-whole",
  "reading-reaches",
  "sources",
  "thin-coverage",
  "unknowns",
  "wide-from",
] as const;

/** What `<Meanings id="…" />` may name; src/explainers/page-meanings.ts has the words. */
export const MEANING_NAMES = ["status", "certainty", "standing", "changes"] as const;
