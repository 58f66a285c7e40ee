import type { Ledger, Publisher, Source } from "./ledger.ts";
import { get } from "./lookup.ts";

/** What a page is worth as a receipt, and what each value means in the downloads. */
export const STANDING = {
  official: "the body itself",
  original: "the publisher’s own work",
  copy: "the text of an official body, an agency or a newsroom of record, word for word",
  relay: "a retelling, translation or digest of another’s work",
  "state-controlled": "used only for what that state said",
} as const;
export type Standing = keyof typeof STANDING;

/** Whose work a page carries: the first that it names, else its own publisher. Both are ids of publishers. */
export function originOf({ publisher, relays }: Pick<Source, "publisher" | "relays">): string {
  return relays[0] ?? publisher;
}

/** Texts of these are worth as much on another page, if they stand there word for word. */
const WORTH_COPYING: ReadonlySet<Publisher["kind"]> = new Set([
  "official-body",
  "agency",
  "newsroom-of-record",
]);

/** Standing of a page of `publisher` whose work is that of `origin`; the two are the same where the page relays nobody. */
export function standingOf(
  { kind, relays, carries }: Pick<Source, "kind" | "relays" | "carries">,
  publisher: Publisher,
  origin: Publisher,
): Standing {
  if (publisher.state_controlled_by || origin.state_controlled_by) return "state-controlled";
  if (publisher.kind === "official-body" && origin.kind === "official-body") return "official";
  // An institute is the body itself for its own figures, not for its comments.
  if (relays.length === 0)
    return publisher.kind === "research" && (kind === "dataset" || kind === "official")
      ? "official"
      : "original";
  return carries === "whole" && WORTH_COPYING.has(origin.kind) ? "copy" : "relay";
}

/** Standing of a source of this ledger. Throws if the ledger lacks its publisher. */
export function standing(ledger: Ledger, source: Source): Standing {
  return standingOf(
    source,
    get(ledger, "publishers", source.publisher),
    get(ledger, "publishers", originOf(source)),
  );
}
