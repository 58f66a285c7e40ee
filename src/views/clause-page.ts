import { type Clause, type DraftAnswer, followClause } from "../ledger/follow-clause.ts";
import type { Event, Ledger, Reason, Theme } from "../ledger/ledger.ts";
import { reasonsOn } from "../ledger/reasons.ts";
import type { Row } from "../ledger/schema.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { sourcesOf } from "../charts/view.ts";

export interface ClausePage {
  clauses: Clause[];
  /** Why it was asked or refused, and what it means. */
  reasons: Reason[];
  /** What actors said of the theme, newest first. */
  positions: Row<"positions">[];
  /** Events that tell of the theme or of one of its questions, newest first. */
  events: Event[];
  /** Ids of the sources behind answers, reasons and positions, each once. */
  sources: string[];
}

/** The clauses of a theme with what stands around them. */
export function clausePage(ledger: Ledger, theme: Theme): ClausePage {
  const clauses = theme.questions.map(({ id }) => followClause(ledger, id));
  const positions = inDateOrder(ledger.positions.filter((position) => position.theme === theme.id)).reverse();
  const ids = [theme.id, ...theme.questions.map(({ id }) => id)];
  const reasons = reasonsOn(ledger, ids);
  return {
    clauses,
    reasons,
    positions,
    events: inDateOrder(ledger.events.filter(({ about }) => about.some((id) => ids.includes(id)))).reverse(),
    sources: sourcesOf(
      ...clauses.flatMap(answersOf).map(({ provision }) => provision),
      ...reasons,
      ...positions,
    ),
  };
}

/** Every draft that answers a clause, in date order. */
export function answersOf({ steps }: Pick<Clause, "steps">): DraftAnswer[] {
  return steps.flatMap((step) => [step, ...step.unchanged]);
}

/**
 * The numbers of a clause as shares of the largest, 0 to 1, by draft; empty unless at least two answers name different
 * numbers in one unit.
 */
export function sharesOf(clause: Clause): Map<string, number> {
  const valued = answersOf(clause).flatMap(({ draft, provision: { value, unit } }) =>
    value === undefined ? [] : [{ draft, value, unit }],
  );
  const most = Math.max(...valued.map(({ value }) => value));
  const comparable =
    new Set(valued.map(({ unit }) => unit)).size === 1 && new Set(valued.map(({ value }) => value)).size > 1;
  return new Map(comparable && most > 0 ? valued.map(({ draft, value }) => [draft.id, value / most]) : []);
}
