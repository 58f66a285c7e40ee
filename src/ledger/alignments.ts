import type { Draft, Ledger } from "./ledger.ts";
import { isReworked, nearestOrigins, onceFor } from "./lookup.ts";
import type { Passage, Text } from "./texts.ts";

/** Those in its own language first, and whole ones before parts. */
export function textsOf(ledger: Ledger, draft: string): Text[] {
  const place = ({ translated_by, extent }: Text) =>
    (translated_by === undefined ? 0 : 2) + (extent === "whole" ? 0 : 1);
  return ledger.texts.filter((text) => text.draft === draft).sort((a, b) => place(a) - place(b));
}

export function isHeld(ledger: Ledger, { id }: Draft): boolean {
  return ledger.texts.some(({ draft }) => draft === id);
}

export function isHeldWhole(ledger: Ledger, { id }: Pick<Draft, "id">): boolean {
  return textsOf(ledger, id).some(({ extent }) => extent === "whole");
}

/** It is silent on what it does not have. */
export function isKnownWhole(ledger: Ledger, draft: Draft): boolean {
  return isHeldWhole(ledger, draft) || draft.read_whole !== undefined;
}

export function nearestHeldDrafts(ledger: Ledger, draft: Draft) {
  return nearestOrigins(ledger, draft, (origin) => isHeld(ledger, origin));
}

interface Trace {
  /** Numbers of the passages at the other end, in no order. */
  to: string[];
  /** Whether a row says so of every one of them; otherwise some are not aligned yet. */
  isKnown: boolean;
}

/**
 * A passage without a row is not aligned yet; one that leads nowhere was dropped or, on the way back, is new. A row
 * between texts that do not follow each other says that a passage fell out and came back.
 */
export function tracePassages(
  ledger: Ledger,
  before: Draft,
  after: Draft,
  numbers: readonly string[],
  direction: "on" | "back" = "on",
): Trace {
  const traces = nearestHeldDrafts(ledger, after).flatMap(({ draft }) => {
    if (draft !== before && !isReworked(ledger, before, draft)) return [];
    const step = (from: readonly string[]) => followRows(ledger, [draft, after], from, direction);
    const rest = (from: readonly string[]) =>
      draft === before ? { to: from, isKnown: true } : tracePassages(ledger, before, draft, from, direction);
    const [first, second] = direction === "on" ? [rest, step] : [step, rest];
    const way = first(numbers);
    const end = second(way.to);
    return { to: end.to, isKnown: way.isKnown && end.isKnown };
  });
  const own = followRows(ledger, [before, after], numbers, direction);
  return {
    to: [...new Set([...traces, own].flatMap(({ to }) => to))],
    isKnown: traces.length > 0 && traces.every(({ isKnown }) => isKnown),
  };
}

function followRows(
  ledger: Ledger,
  [before, after]: readonly [Draft, Draft],
  numbers: readonly string[],
  direction: "on" | "back",
): Trace {
  const [here, there] = direction === "on" ? (["from", "to"] as const) : (["to", "from"] as const);
  const rows = alignmentsOf(ledger, before.id, after.id);
  const rowsFor = numbers.map((number) => rows.filter((row) => row[here].includes(number)));
  return {
    to: [...new Set(rowsFor.flat().flatMap((row) => row[there]))],
    isKnown: rowsFor.every(({ length }) => length > 0),
  };
}

export function alignmentsOf(ledger: Ledger, before: string, after: string) {
  const byDrafts = onceFor(ledger, "alignments", () =>
    Map.groupBy(ledger.alignments, ({ drafts }) => drafts.join(" ")),
  );
  return byDrafts.get(`${before} ${after}`) ?? [];
}

export function unalignedPassages(ledger: Ledger, text: Text): Passage[] {
  const aligned = new Set(
    ledger.alignments.flatMap(({ drafts: [a, b], from, to }) => [
      ...(a === text.draft ? from : []),
      ...(b === text.draft ? to : []),
    ]),
  );
  return text.passages.filter(({ number }) => !aligned.has(number));
}
