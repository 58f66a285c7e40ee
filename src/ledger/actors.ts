import type { Ledger } from "./ledger.ts";
import type { Row } from "./schema.ts";
import { inDateOrder } from "./timeline.ts";

/** Rows about a person or organisation, each list by date; proceedings in file order. */
export function recordOf(ledger: Ledger, id: string) {
  const meetings = ledger.meetings.filter(({ participants }) => participants.includes(id));
  const met = new Set(meetings.map(({ event }) => event));
  const events = ledger.events.filter(
    (event) => event.actors.includes(id) || event.quote?.by === id || met.has(event.id),
  );
  const positions = ledger.positions.filter(({ actor }) => actor === id);
  const exits = ledger.exits.filter(({ person }) => person === id);
  const steps = ledger["case-steps"].filter(({ persons }) => persons.includes(id));
  const proceedings = ledger.proceedings.filter(({ person }) => person === id);
  // Events have pages of their own.
  const subjects = [id, ...[...meetings, ...exits, ...proceedings, ...steps].map((row) => row.id)];
  const stated = [...exits, ...steps, ...positions, ...rowsAbout(ledger.disagreements, subjects)];
  return {
    events: inDateOrder(events),
    positions: inDateOrder(positions),
    exits: inDateOrder(exits),
    steps: inDateOrder(steps),
    proceedings,
    subjects,
    sources: [...proceedings.flatMap(sourcesOfProceeding), ...stated.flatMap(({ sources }) => sources)],
  };
}

export function rowsAbout<About extends { about: readonly string[] }>(
  rows: readonly About[],
  ids: readonly string[],
): About[] {
  return rows.filter(({ about }) => about.some((id) => ids.includes(id)));
}

/** Sources of the allegation, the answer, and the statements in favour and against, each once. */
export function sourcesOfProceeding({ sources, answer, in_favour, against }: Row<"proceedings">): string[] {
  const stated = [answer, in_favour, against].flatMap((part) => part?.sources ?? []);
  return [...new Set([...sources, ...stated])];
}
