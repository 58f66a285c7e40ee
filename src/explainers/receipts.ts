import { capital, plural } from "../i18n/numbers.ts";
import { firstSentence } from "../i18n/sentences.ts";
import { status, STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Term } from "../ledger/lists.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { namedApart, receipts, sourcesByPublisher } from "../ledger/sources.ts";
import { routes } from "../routes.ts";
import { childrenOf, idsOf, isComponent, mentionsIn, type Node, parseMdx } from "./mdx.ts";

/** What a citing component cites: a row of the ledger, or sources alone. */
export interface Cited {
  sources: readonly string[];
  status?: Event["status"];
  /** The event that it is, where it has a page of its own. */
  event?: Event;
}

/** What components cite by their ids. Throws if a row does not exist. */
export const CITING: ReadonlyMap<string, (ledger: Ledger, ids: readonly string[]) => Cited[]> = new Map([
  ["Cite", (_, ids) => [{ sources: ids }]],
  ["Fact", (ledger, ids) => ids.map((id) => get(ledger, "events", id)).map((event) => ({ ...event, event }))],
  ["Reason", (ledger, ids) => ids.map((id) => get(ledger, "reasons", id))],
]);

type Status = Event["status"];

/** The one sign after a sentence for all its receipts. */
export interface Sign {
  /** Its place among the signs of the page, from 1. */
  number: number;
  /** The best first: what is cited by name, and the best of each event. */
  sources: Source[];
  events: Event[];
  /** Of the events, the least established first; empty if only sources are cited. */
  statuses: Status[];
}

/** The receipts of an explainer. */
export interface PageReceipts {
  /** Each component that cites, in reading order; the last one of those after a sentence carries the sign for all of them. */
  citing: { id: string; sign: Sign | undefined }[];
  signs: Sign[];
  /** Every source of the signs once, in the order of the list at the end. */
  sources: Source[];
}

/** Of a row of the ledger so many receipts are named, from different newsrooms; its own page has all. */
const NAMED = 2;
const LEAST_FIRST: readonly Status[] = status.options.toReversed();

/** The receipts in the body of an explainer (MDX below its frontmatter), in reading order. Throws if an id does not exist. */
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

/** Citing components between which there is nothing to read. */
type Run = { component: string; id: string }[];

/** Collects the runs below a node; a component that covers words begins a run with its end. */
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

/** What the components of a page take their signs from while it is rendered. */
export interface ReceiptLocals {
  receipts?: { page: PageReceipts; next: number };
}

/**
 * The sign of the next citing component of the page that is being rendered, or undefined where a later one carries it.
 * Components are rendered in reading order; throws if one is not the next.
 */
export function takeSign({ receipts }: ReceiptLocals, id: string): Sign | undefined {
  const citing = receipts?.page.citing[receipts.next++];
  if (citing?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(citing?.id)}`);
  return citing.sign;
}

/** What the popovers of an explainer add to its page; fetched when the first one opens. */
export interface Notes {
  /** For each sign in reading order. */
  signs: { status: string[]; events: [href: string, title: string][] }[];
  /** For each entry of the list of sources: title of the page, and how it was read. */
  sources: string[];
  /** For each link to a term, a person or a draft: a sentence on it. */
  links: Record<string, string>;
}

/** The notes of an explainer, from its body (MDX below its frontmatter) and its receipts. Throws if an id does not exist. */
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
