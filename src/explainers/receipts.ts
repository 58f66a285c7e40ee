import { capital, plural } from "../i18n/numbers.ts";
import { firstSentence } from "../i18n/sentences.ts";
import { status, STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Term } from "../ledger/lists.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { namedApart, receipts, sourcesByPublisher } from "../ledger/sources.ts";
import { routes } from "../routes.ts";
import { childrenOf, idsOf, isComponent, mentionsIn, type Node, parseMdx } from "./mdx.ts";

/** A row of the ledger, or sources alone. */
export interface Cited {
  sources: readonly string[];
  status?: Event["status"];
  /** Set if the event has a page. */
  event?: Event;
}

/** Looks up what a component cites. Throws if a row does not exist. */
export const CITING: ReadonlyMap<string, (ledger: Ledger, ids: readonly string[]) => Cited[]> = new Map([
  ["Cite", (_, ids) => [{ sources: ids }]],
  ["Fact", (ledger, ids) => ids.map((id) => get(ledger, "events", id)).map((event) => ({ ...event, event }))],
  ["Reason", (ledger, ids) => ids.map((id) => get(ledger, "reasons", id))],
]);

type Status = Event["status"];

/** One symbol after a sentence for all its sources. */
export interface Sign {
  /** Position among the symbols of the page, from 1. */
  number: number;
  /** Best first: those cited by name, and the best of each event. */
  sources: Source[];
  events: Event[];
  /** Statuses of the events, least certain first; empty if only sources are cited. */
  statuses: Status[];
}

export interface PageReceipts {
  /** In reading order; only the last component after a sentence has the sign. */
  citing: { id: string; sign: Sign | undefined }[];
  signs: Sign[];
  /** Each source once, in the order of the list at the end of the page. */
  sources: Source[];
}

/** Sources named per row, from different newsrooms; the row’s own page lists all. */
const NAMED = 2;
const LEAST_FIRST: readonly Status[] = status.options.toReversed();

/** Citations in an MDX body without frontmatter. Throws if an id does not exist. */
export function pageReceipts(ledger: Ledger, body: string): PageReceipts {
  const runs: Run[] = [];
  walk(parseMdx(body), runs);
  const signs: Sign[] = [];
  const citing = runs.flatMap((run) => {
    const sign = signOf(ledger, run, signs.length + 1);
    signs.push(sign);
    return run.map(({ id }, i) => ({ id, sign: i === run.length - 1 ? sign : undefined }));
  });
  const cited = signs.flatMap((sign) => sign.sources.map(({ id }) => id));
  return { citing, signs, sources: sourcesByPublisher(ledger, cited) };
}

/** Citing components with no text between them. */
type Run = { component: string; id: string }[];

/** A component that covers words starts a new run. */
function walk(node: Node, runs: Run[]): void {
  let open: Run | undefined;
  for (const child of childrenOf(node)) {
    if (isComponent(child) && child.name && CITING.has(child.name)) {
      const entry = { component: child.name, id: idsOf(child).join(" ") };
      if (open && child.children.length === 0) open.push(entry);
      else runs.push((open = [entry]));
    } else if (child.type !== "text" || child.value.trim() !== "") open = undefined;
    walk(child, runs);
  }
}

function signOf(ledger: Ledger, run: Run, number: number): Sign {
  const cited = run.flatMap(({ component, id }) => CITING.get(component)?.(ledger, id.split(" ")) ?? []);
  const named = cited.flatMap((row) =>
    row.status ? namedApart(ledger, receipts(ledger, row.sources), NAMED).map(({ id }) => id) : row.sources,
  );
  const statuses = new Set(cited.map(({ status }) => status));
  return {
    number,
    sources: receipts(ledger, [...new Set(named)]),
    events: [...new Set(cited.flatMap(({ event }) => event ?? []))],
    statuses: LEAST_FIRST.filter((status) => statuses.has(status)),
  };
}

export interface ReceiptLocals {
  receipts?: { page: PageReceipts; next: number };
}

/**
 * Sign of the next citing component, or undefined if a later one carries it. Call in reading order; throws if
 * `id` is not the next.
 */
export function takeSign({ receipts }: ReceiptLocals, id: string): Sign | undefined {
  const citing = receipts?.page.citing[receipts.next++];
  if (citing?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(citing?.id)}`);
  return citing.sign;
}

/** Popover texts, fetched when the first popover opens. */
export interface Notes {
  /** By sign, in reading order. */
  signs: { status: string[]; events: [href: string, title: string][] }[];
  /** By source: title of the page, and how much of it was read. */
  sources: string[];
  /** A sentence about each linked term, person or draft. */
  links: Record<string, string>;
}

/** Popover texts for an MDX body without frontmatter. Throws if an id does not exist. */
export function notesOf(
  ledger: Ledger,
  glossary: readonly Term[],
  body: string,
  { signs, sources }: PageReceipts,
): Notes {
  const linked = (component: string, id: string): [href: string, sentence: string][] => {
    if (component === "Term")
      return glossary
        .filter((term) => term.id === id)
        .map((term) => [routes.term(id), firstSentence(term.definition)]);
    if (component === "Person") return [[routes.person(id), get(ledger, "people", id).role]];
    if (component === "Draft") return [[routes.draft(id), firstSentence(get(ledger, "drafts", id).summary)]];
    return [];
  };
  return {
    signs: signs.map(({ statuses, events, sources }) => ({
      status: statuses.map((status) => `${capital(status)}: ${STATUS_MEANINGS[status]}.`),
      events: events.map(({ id, title, sources: all }) => {
        const shown = new Set(sources.map((source) => source.id));
        return [
          routes.event(id),
          all.every((source) => shown.has(source)) ? title : `${title}: all ${plural(all.length, "source")}`,
        ];
      }),
    })),
    sources: sources.map(titleOfSource),
    links: Object.fromEntries(
      mentionsIn(parseMdx(body)).flatMap(({ component, ids }) => ids.flatMap((id) => linked(component, id))),
    ),
  };
}

function titleOfSource({ title, about, seen }: Source): string {
  const name = title ? `“${title}”.` : about && `${about}.`;
  return [name, seen === "part" && "An excerpt was read."].filter(Boolean).join(" ");
}
