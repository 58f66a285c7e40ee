import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";

/** What an explainer's text may use besides Markdown; each cites or names something of the ledger. */
export const COMPONENTS = [
  "Chart",
  "Cite",
  "Clause",
  "Draft",
  "Fact",
  "Person",
  "Proceedings",
  "Quote",
  "Reason",
  "Redlines",
  "Term",
] as const;

/** A component in an explainer. */
export interface Mention {
  component: (typeof COMPONENTS)[number];
  /** The ids it names. */
  ids: string[];
  /** Line of the body, from 1. */
  line: number;
}

const MENTION = new RegExp(`<(${COMPONENTS.join("|")})\\s+id="([^"]*)"`, "g");

/** Every citing component in the body of an explainer, in reading order. Ids are written literally, in double quotes. */
export function mentionsIn(body: string): Mention[] {
  const found: Mention[] = [];
  body.split("\n").forEach((text, i) => {
    for (const match of text.matchAll(MENTION)) {
      found.push({ component: match[1] as Mention["component"], ids: match[2]!.split(/\s+/).filter(Boolean), line: i + 1 });
    }
  });
  return found;
}

/** Source ids that a mention cites: its own for a Cite, the row's for a Fact and a Reason, none for others. */
function citedBy(ledger: Ledger, mention: Mention): string[] {
  if (mention.component === "Cite") return mention.ids;
  if (mention.component === "Fact") return mention.ids.flatMap((id) => get(ledger, "events", id).sources);
  if (mention.component === "Reason") return mention.ids.flatMap((id) => get(ledger, "reasons", id).sources);
  return [];
}

/** How often each source is cited in the body: source id → count. */
export function citationCounts(ledger: Ledger, body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentionsIn(body)) for (const id of new Set(citedBy(ledger, mention))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
