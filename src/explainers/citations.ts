import type { Event, Ledger } from "../ledger/ledger.ts";
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
  "Table",
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

/** What a citing component stands on: a row of the ledger, or sources alone. */
export interface Cited {
  /** Ids of sources. */
  sources: readonly string[];
  /** How far the row is established. */
  status?: Event["status"];
  /** The event that it is, where it has a page of its own. */
  event?: Event;
}

/** Components that cite, with what their ids stand for; others cite nothing. Throws if a row does not exist. */
export const CITING: Partial<Record<string, (ledger: Ledger, ids: readonly string[]) => Cited[]>> = {
  Cite: (_, ids) => [{ sources: ids }],
  Fact: (ledger, ids) => ids.map((id) => get(ledger, "events", id)).map((event) => ({ ...event, event })),
  Reason: (ledger, ids) => ids.map((id) => get(ledger, "reasons", id)).map(({ sources, status }) => ({ sources, status })),
};

/** How often each source is cited in the body: source id → count. */
export function citationCounts(ledger: Ledger, body: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { component, ids } of mentionsIn(body))
    for (const id of new Set(CITING[component]?.(ledger, ids).flatMap(({ sources }) => sources))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
