import { getOrInsert } from "../expect-defined.ts";
import { type CollectionName, type Draft, type Event, type Ledger, type Row } from "../ledger/ledger.ts";
import {
  getActor,
  answerOf,
  certaintyOf,
  findRow,
  getClause,
  getRow,
  onceFor,
  statusOf,
} from "../ledger/lookup.ts";
import { findReceipts, type Receipt } from "../ledger/receipts.ts";
import { sourcesIn } from "../ledger/sources.ts";
import { actorHref, answerHref, clauseHref, compareHref, eventOrSource } from "../phrases/links.ts";
import { hrefs } from "../routes.ts";
import { type Component, isComponent, type Node } from "./mdx.ts";

export interface CitedRow {
  row: { readonly [field: string]: unknown; sources: readonly string[] };
  /** What the row is about, and where it is shown. */
  title: string;
  href: string;
  status: Event["status"] | undefined;
  receipts: readonly Receipt[];
}

type Show<Name extends CollectionName> = (
  ledger: Ledger,
  row: Row<Name>,
) => Pick<CitedRow, "title" | "href"> & { status?: CitedRow["status"] };

/** Rows that a text can cite: a row whose id two tables have is that of the first. */
const CITABLE = {
  events: (_, { id, title, status }) => ({ title, status, href: hrefs.event(id) }),
  answers: (ledger, answer) => ({
    title: `${getRow(ledger, "drafts", answer.draft).short}: ${getClause(ledger, answer.clause).clause.text}`,
    href: answerHref(ledger, answer),
    // What we counted ourselves nobody told.
    status:
      answer.certainty === "counted"
        ? undefined
        : certaintyOf(ledger, answer) === "published"
          ? "confirmed"
          : "reported",
  }),
  positions: (ledger, { actor, theme }) => ({
    title: `${getActor(ledger, actor).name}: ${getRow(ledger, "themes", theme).name}`,
    href: `${actorHref(ledger, actor)}#positions`,
  }),
  reasons: (_, { id, title, status }) => ({ title, status, href: hrefs.reason(id) }),
  drafts: (_, { id, short }) => ({ title: short, href: hrefs.draft(id) }),
  passages: (_, { draft, number, title }) => ({ title, href: `${hrefs.draft(draft)}#point-${number}` }),
  disagreements: (ledger, row) => ({ title: row.subject, href: hrefAbout(ledger, row), status: "disputed" }),
  meetings: (ledger, row) => ({
    title: row.place,
    href: eventOrSource(ledger, row),
    status: statusOf(ledger, row),
  }),
  visits: (ledger, row) => ({ title: row.occasion, href: eventOrSource(ledger, row) }),
  deliveries: (_, { item, event }) => ({ title: item, href: hrefs.event(event) }),
  agreements: (ledger, row) => ({ title: row.name, href: eventOrSource(ledger, row) }),
  coalition: (ledger, row) => ({
    title: row.name,
    href: eventOrSource(ledger, row),
    status: row.certainty,
  }),
  proceedings: (_, { name, person }) => ({ title: name, href: hrefs.person(person), status: "alleged" }),
  exits: (_, { office, person }) => ({ title: office, href: hrefs.person(person) }),
  "case-steps": (ledger, row) => ({
    title: row.body,
    href: row.persons[0] && !row.event ? hrefs.person(row.persons[0]) : eventOrSource(ledger, row),
    status: statusOf(ledger, row),
  }),
  flows: (ledger, row) => ({ title: row.label, href: eventOrSource(ledger, row), status: "alleged" }),
  series: (ledger, row) => ({ title: row.title, href: eventOrSource(ledger, row) }),
  aid: (ledger, row) => ({ title: row.donor, href: eventOrSource(ledger, row) }),
  people: (_, { id, name }) => ({ title: name, href: hrefs.person(id) }),
  organisations: (_, { id, name }) => ({ title: name, href: hrefs.organisation(id) }),
} satisfies { readonly [Name in CollectionName]?: Show<Name> };

function hrefAbout(ledger: Ledger, row: Row<"disagreements">) {
  const [id = ""] = row.about;
  if (findRow(ledger, "events", id)) return hrefs.event(id);
  if (findRow(ledger, "drafts", id)) return hrefs.draft(id);
  if (findRow(ledger, "themes", id)) return hrefs.theme(id);
  const isClause = ledger.themes.some(({ clauses }) => clauses.some((clause) => clause.id === id));
  return isClause ? clauseHref(ledger, id) : eventOrSource(ledger, row);
}

export function isFact(node: Node): node is Component {
  return isComponent(node) && node.name === "Fact";
}

/** Always the same object; undefined if there is none. */
export function findCitedRow(ledger: Ledger, id: string): CitedRow | undefined {
  return onceFor(ledger, `cited ${id}`, () => {
    const collection = (Object.keys(CITABLE) as (keyof typeof CITABLE)[]).find((name) =>
      findRow(ledger, name, id),
    );
    if (!collection) return undefined;
    const row = getRow(ledger, collection, id);
    const receipts = findReceipts(ledger.receipts, collection, id);
    const shown = (CITABLE[collection] as Show<CollectionName>)(ledger, row);
    // The page of an event has its words, and those of what it is, in a section of their own.
    const isOnEvent = receipts.length > 0 && (collection === "events" || ("event" in row && row.event));
    const href = isOnEvent ? `${shown.href}#words` : shown.href;
    return { row, status: undefined, ...shown, href, receipts };
  });
}

/** What rests on each source, by its id: alignments, and rows that a text can cite and that are on a page. */
export function rowsBySource(ledger: Ledger) {
  const resting = new Map<string, { title: string; href: string }[]>();
  const add = (row: unknown, { title, href }: { title: string; href: string }) => {
    for (const source of new Set(sourcesIn(row)))
      // Where a row has no page, its link is its source.
      if (!href.endsWith(`#${source}`)) getOrInsert(resting, source, () => []).push({ title, href });
  };
  for (const [name, show] of Object.entries(CITABLE))
    for (const row of ledger[name as CollectionName] as readonly Row<CollectionName>[])
      add(row, (show as Show<CollectionName>)(ledger, row));
  for (const { id, silent_on } of ledger.drafts)
    for (const clause of silent_on) {
      const answer = answerOf(ledger, id, clause);
      if (answer) add(answer, CITABLE.answers(ledger, answer));
    }
  for (const row of ledger.alignments) {
    const [before, after] = row.drafts.map((id) => getRow(ledger, "drafts", id)) as [Draft, Draft];
    add(row, { title: `${before.short} → ${after.short}`, href: compareHref(ledger, before, after) });
  }
  return resting;
}
