import type { Ledger } from "./ledger.ts";
import type { Row } from "./schema.ts";
import { inDateOrder } from "./timeline.ts";

/** What is on record of a person or an organisation, meetings as the events that they are; each list in date order; proceedings in that of the ledger. */
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
    /** Ids of all that the page of the actor deals with. */
    subjects,
    sources: [...proceedings.flatMap(sourcesOfProceeding), ...stated.flatMap(({ sources }) => sources)],
  };
}

/** Rows that concern any of these ids. */
export function rowsAbout<About extends { about: readonly string[] }>(
  rows: readonly About[],
  ids: readonly string[],
): About[] {
  return rows.filter(({ about }) => about.some((id) => ids.includes(id)));
}

/** Sources of a proceeding, each once: the allegation’s, then the answer’s, then those in the person’s favour. */
export function sourcesOfProceeding({ sources, answer, in_favour, against }: Row<"proceedings">): string[] {
  const stated = [answer, in_favour, against].flatMap((part) => part?.sources ?? []);
  return [...new Set([...sources, ...stated])];
}
