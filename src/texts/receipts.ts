import { capital, plural } from "../format/numbers.ts";
import { status, STATUS_MEANINGS } from "../ledger/fields.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { namedApart, receipts, sourcesByPublisher } from "../ledger/sources.ts";
import { routes } from "../routes.ts";
import { childrenOf, type Component, idsOf, isComponent, type Node, parseMdx } from "./mdx.ts";

type Status = Event["status"];

/** A row of the ledger, or a source alone. */
interface Cited {
  sources: readonly string[];
  status?: Status;
  /** Set if it is one. */
  event?: Event;
}

/** What a component cites by an id. Throws if the row does not exist. */
export const CITING: ReadonlyMap<string, (ledger: Ledger, id: string) => Cited> = new Map([
  ["Cite", (_, id) => ({ sources: [id] })],
  [
    "Fact",
    (ledger, id) => {
      const event = get(ledger, "events", id);
      return { ...event, event };
    },
  ],
  ["Reason", (ledger, id) => get(ledger, "reasons", id)],
]);

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
  findRuns(parseMdx(body), runs);
  const signs = runs.map((run, i) => signOf(ledger, run, i + 1));
  const citing = runs.flatMap((run, i) =>
    run.map((component) => ({
      id: idsOf(component).join(" "),
      sign: component === run.at(-1) ? signs[i] : undefined,
    })),
  );
  const cited = signs.flatMap((sign) => sign.sources.map(({ id }) => id));
  return { citing, signs, sources: sourcesByPublisher(ledger, cited) };
}

/** Citing components with no text between them. */
type Run = Component[];

/** A component that covers words starts a new run. */
function findRuns(node: Node, runs: Run[]): void {
  let open: Run | undefined;
  for (const child of childrenOf(node)) {
    if (isComponent(child) && CITING.has(child.name ?? "")) {
      if (open && child.children.length === 0) open.push(child);
      else runs.push((open = [child]));
    } else if (child.type !== "text" || child.value.trim() !== "") open = undefined;
    findRuns(child, runs);
  }
}

function signOf(ledger: Ledger, run: Run, number: number): Sign {
  const cited = run.flatMap((component) =>
    idsOf(component).flatMap((id) => CITING.get(component.name ?? "")?.(ledger, id) ?? []),
  );
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

/**
 * Takes the sign of the next citing component from `citing`; undefined if a later one carries it. Throws if
 * `id` is not the next.
 */
export function takeSign({ citing = [] }: Partial<PageReceipts>, id: string): Sign | undefined {
  const next = citing.shift();
  if (next?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(next?.id)}`);
  return next.sign;
}

/** Popover texts, fetched when the first popover opens. */
export interface Notes {
  /** By sign, in reading order. */
  signs: { status: string[]; events: [href: string, title: string][] }[];
  /** By source: title of the page, and how much of it was read. */
  sources: string[];
}

export function notesOf({ signs, sources }: PageReceipts): Notes {
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
    sources: sources.map(({ title, about, seen }) => {
      const name = title ? `“${title}”.` : about && `${about}.`;
      return [name, seen === "part" && "An excerpt was read."].filter(Boolean).join(" ");
    }),
  };
}
