import type { z } from "zod";
import { getOrInsert, itemAt, required } from "../required.ts";
import type { quotation } from "./fields.ts";
import {
  type Answer,
  answerKey,
  type Clause,
  type CollectionName,
  collections,
  type Draft,
  type Event,
  type Ledger,
  type Reason,
  type Row,
  rowKey,
  type Theme,
} from "./ledger.ts";

const indexes = new WeakMap<Ledger, Map<CollectionName, Map<string, unknown>>>();

export function find<Name extends CollectionName>(
  ledger: Ledger,
  collection: Name,
  key: string,
): Row<Name> | undefined {
  const index = getOrInsert(indexes, ledger, () => new Map());
  const rows = getOrInsert(
    index,
    collection,
    () => new Map(ledger[collection].map((row) => [rowKey(collection, row), row])),
  );
  return rows.get(key) as Row<Name> | undefined;
}

/** The row with that key. Throws an Error if it does not exist. */
export function get<Name extends CollectionName>(ledger: Ledger, collection: Name, key: string): Row<Name> {
  const row = find(ledger, collection, key);
  if (!row) throw new Error(`no \`${key}\` among the ${collection} of the ledger`);
  return row;
}

/** The figure with that id. Throws an Error if the event has none. */
export function getFigure(event: Event, id: string): Event["figures"][number] {
  const figure = event.figures.find((figure) => figure.id === id);
  if (!figure) throw new Error(`no figure \`${id}\` in the event \`${event.id}\``);
  return figure;
}

/** The certainty of a figure: its own, or else the event’s. */
export function figureCertainty(event: Event, figure: Event["figures"][number]): Event["status"] {
  return figure.certainty ?? event.status;
}

export function themesInOrder(ledger: Ledger): Theme[] {
  return [...ledger.themes].sort((a, b) => a.order - b.order);
}

export function clausesInOrder(ledger: Ledger): { theme: Theme; clause: Clause }[] {
  return themesInOrder(ledger).flatMap((theme) => theme.clauses.map((clause) => ({ theme, clause })));
}

/** A clause with its theme. Throws an Error if no theme has it. */
export function getClause(ledger: Ledger, id: string): { theme: Theme; clause: Clause } {
  return required(
    clausesInOrder(ledger).find(({ clause }) => clause.id === id),
    `clause \`${id}\` in a theme`,
  );
}

/** Throws an Error if `id` is neither a person nor an organisation. */
export function actorName(ledger: Ledger, id: string): string {
  return (find(ledger, "people", id) ?? get(ledger, "organisations", id)).name;
}

/** Status of the row’s event, or else of the row. Throws an Error if there is neither. */
export function statusOf(
  ledger: Ledger,
  { id, event, status }: { id: string; event?: string | undefined; status?: Event["status"] | undefined },
): Event["status"] {
  return required(event ? get(ledger, "events", event).status : status, `event or status of \`${id}\``);
}

/** Reasons and yardsticks by kind, reasons first and conditions last; within a kind in file order. */
export function reasonsInOrder(ledger: Ledger): Reason[] {
  return collections.reasons.shape.kind.options.flatMap((kind) =>
    ledger.reasons.filter((row) => row.kind === kind),
  );
}

type Cell = Row<"series">["rows"][number][number];

export function cellValue(cell: Cell | undefined): number | string | null {
  return typeof cell === "object" && cell !== null ? cell.value : (cell ?? null);
}

/** Whether the number was calculated, not read. */
export function isDerived(cell: Cell | undefined): boolean {
  return typeof cell === "object" && cell !== null;
}

export type Quotation = z.infer<typeof quotation>;

export function findQuotation(ledger: Ledger, key: string): Quotation | undefined {
  return (find(ledger, "events", key) ?? find(ledger, "answers", key))?.quote;
}

/** The quotation in quotation marks, with a note if it is translated. */
export function quoted({ text, english, lang }: Quotation): string {
  return lang === "en" ? `“${text}”` : `“${english}” (in translation)`;
}

/** `none`: nothing was reported. */
export type ThemeState = Answer["status"] | "none";

/** Drafts by date; drafts of the same day in file order. */
export function draftsInOrder(ledger: Ledger): Draft[] {
  return [...ledger.drafts].sort((a, b) => a.date.localeCompare(b.date));
}

export function answerOf(ledger: Ledger, draft: string, clause: string): Answer | undefined {
  return find(ledger, "answers", answerKey({ draft, clause }));
}

/** The drafts that `draft` is based on, directly or through others, nearest first. */
export function reworkedDrafts(ledger: Ledger, draft: Draft): Draft[] {
  const found: Draft[] = [draft];
  for (const { based_on } of found)
    for (const { draft: id } of based_on) {
      const origin = get(ledger, "drafts", id);
      if (!found.includes(origin)) found.push(origin);
    }
  return found.slice(1);
}

/** Whether the answer says so, or is missing from a text that was read in full. */
export function isAbsent(draft: Draft, answer: Answer | undefined): boolean {
  return answer ? answer.absent === true : draft.absence === "silent";
}

/** A draft’s answers by theme, in reading order, without empty themes. */
export function answersByTheme(ledger: Ledger, draft: string) {
  return themesInOrder(ledger)
    .map((theme) => ({
      theme,
      answers: theme.clauses.flatMap((clause) => {
        const answer = answerOf(ledger, draft, clause.id);
        return answer ? [{ clause, answer }] : [];
      }),
    }))
    .filter(({ answers }) => answers.length > 0);
}

/** The latest draft whose points are recorded one by one, or else the latest draft. */
export function latestText(ledger: Ledger): Draft {
  const drafts = draftsInOrder(ledger);
  return drafts.findLast((draft) => draft.read_out) ?? itemAt(drafts, -1);
}

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

/** Sorts by date, imprecise dates first, then by `order`, then in file order. */
export function inDateOrder<T extends { date: string; order?: number | undefined }>(rows: readonly T[]): T[] {
  const place = (row: T) => row.order ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : place(a) - place(b)));
}
