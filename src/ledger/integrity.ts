import type { Problem } from "./problem.ts";
import { checkReferences } from "./references.ts";
import { accusationRules } from "./rules/accusations.ts";
import { draftRules } from "./rules/drafts.ts";
import { eventRules } from "./rules/events.ts";
import { reasonRules } from "./rules/reasons.ts";
import { notOnWeakPageAlone, receiptRules } from "./rules/receipts.ts";
import { regionRules } from "./rules/regions.ts";
import { checkRules, type PlacedRow } from "./rules/rule.ts";
import { saysWhenSearched, searchIsRecent } from "./rules/searches.ts";
import { seriesRules } from "./rules/series.ts";
import type { CollectionName } from "./schema.ts";

const RULES = [
  ...receiptRules,
  ...eventRules,
  ...draftRules,
  ...reasonRules,
  ...regionRules,
  ...seriesRules,
  ...accusationRules,
  saysWhenSearched,
];

/** What an editor is told and may publish all the same. */
const WARNING_RULES = [notOnWeakPageAlone, searchIsRecent];

/**
 * Every problem that no schema of a single field can show: ids that stand twice or name nothing, and the rules for editors.
 * What depends on `unread` collections, of which a file could not be parsed, is not judged.
 */
export function checkIntegrity(rows: readonly PlacedRow[], unread: ReadonlySet<CollectionName>): Problem[] {
  return [...checkReferences(rows, unread), ...checkRules(RULES, rows, unread)];
}

/** What should be better and does not stop a build. */
export function findWarnings(rows: readonly PlacedRow[], unread: ReadonlySet<CollectionName>): Problem[] {
  return checkRules(WARNING_RULES, rows, unread);
}
