import type { Draft, Ledger, Row } from "./ledger.ts";
import { getRow, onceFor, reworkedDrafts } from "./lookup.ts";
import type { Passage, Text } from "./texts.ts";

/** The copies of a draft’s text that are held: those in its own language first, and whole ones before parts. */
export function textsOf(ledger: Ledger, draft: string): Text[] {
  const place = ({ translated_by, extent }: Text) =>
    (translated_by === undefined ? 0 : 2) + (extent === "whole" ? 0 : 1);
  return ledger.texts.filter((text) => text.draft === draft).sort((a, b) => place(a) - place(b));
}

/**
 * The nearest earlier drafts, along each chain of `based_on`, whose words are held, with the drafts that were skipped
 * because their words are not.
 */
export function nearestHeldDrafts(ledger: Ledger, draft: Draft): { draft: Draft; skipped: Draft[] }[] {
  const found: { draft: Draft; skipped: Draft[] }[] = [];
  const visit = (from: Draft, skipped: Draft[]) => {
    for (const { draft: id } of from.based_on) {
      const origin = getRow(ledger, "drafts", id);
      if (found.some((other) => other.draft === origin) || skipped.includes(origin)) continue;
      if (textsOf(ledger, id).length > 0) found.push({ draft: origin, skipped });
      else visit(origin, [...skipped, origin]);
    }
  };
  visit(draft, []);
  return found;
}

/** What became of passages in a later text, or what they came from. */
export interface Trace {
  /** Numbers of the passages at the other end, in no order. */
  to: string[];
  /** Whether a row says so of every one of them; otherwise some are not aligned yet. */
  isKnown: boolean;
}

/**
 * Follows passages from a text to one that descends from it, along the alignments of the texts between. A passage
 * without a row is not aligned yet; one that leads nowhere was dropped.
 */
export function tracePassages(
  ledger: Ledger,
  before: Draft,
  after: Draft,
  numbers: readonly string[],
): Trace {
  const traces = stepsBetween(ledger, before, after).map(({ draft }): Trace => {
    if (draft === before) return followRows(ledger, [before, after], numbers);
    const inner = tracePassages(ledger, before, draft, numbers);
    const outer = followRows(ledger, [draft, after], inner.to);
    return { to: outer.to, isKnown: inner.isKnown && outer.isKnown };
  });
  return joinTraces(traces);
}

/**
 * Follows passages of a text back to one that it descends from. A passage without a row is not aligned yet; one that
 * comes from nowhere is new.
 */
export function traceOrigins(ledger: Ledger, before: Draft, after: Draft, numbers: readonly string[]): Trace {
  const steps = stepsBetween(ledger, before, after);
  const traces = steps.map(({ draft }): Trace => {
    const outer = followRows(ledger, [draft, after], numbers, "back");
    if (draft === before) return outer;
    const inner = traceOrigins(ledger, before, draft, outer.to);
    return { to: inner.to, isKnown: inner.isKnown && outer.isKnown };
  });
  return joinTraces(traces);
}

/** The texts before `after` on a way from `before`. */
function stepsBetween(ledger: Ledger, before: Draft, after: Draft) {
  return nearestHeldDrafts(ledger, after).filter(
    ({ draft }) => draft === before || reworkedDrafts(ledger, draft).includes(before),
  );
}

function joinTraces(traces: readonly Trace[]): Trace {
  const to = [...new Set(traces.flatMap((trace) => trace.to))];
  return { to, isKnown: traces.length > 0 && traces.every(({ isKnown }) => isKnown) };
}

function followRows(
  ledger: Ledger,
  [before, after]: readonly [Draft, Draft],
  numbers: readonly string[],
  direction: "on" | "back" = "on",
): Trace {
  const rows = alignmentsOf(ledger, before.id, after.id).map(({ from, to }) =>
    direction === "on" ? { here: from, there: to } : { here: to, there: from },
  );
  const rowsFor = numbers.map((number) => rows.filter(({ here }) => here.includes(number)));
  return {
    to: [...new Set(rowsFor.flat().flatMap(({ there }) => there))],
    isKnown: rowsFor.every(({ length }) => length > 0),
  };
}

function alignmentsOf(ledger: Ledger, before: string, after: string): Row<"alignments">[] {
  const byDrafts = onceFor(ledger, "alignments", () =>
    Map.groupBy(ledger.alignments, ({ drafts }) => drafts.join(" ")),
  );
  return byDrafts.get(`${before} ${after}`) ?? [];
}

/** Passages of a text that no row aligns with the text before or after it. */
export function unalignedPassages(ledger: Ledger, text: Text): Passage[] {
  const aligned = new Set(
    ledger.alignments.flatMap(({ drafts: [a, b], from, to }) => [
      ...(a === text.draft ? from : []),
      ...(b === text.draft ? to : []),
    ]),
  );
  return text.passages.filter(({ number }) => !aligned.has(number));
}
