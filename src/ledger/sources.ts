import { type Ledger, type Publisher, type Source, rowKey } from "./ledger.ts";
import { formatShortDate } from "../i18n/dates.ts";
import { get } from "./lookup.ts";
import { itemAt, getOrInsert } from "../required.ts";
import type { PlacedRow } from "./integrity.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { CollectionName } from "./schema.ts";

/** What a page is worth as a receipt, and what each value means in the downloads. */
export const STANDING = {
  official: "the body itself",
  original: "the publisher’s own work",
  copy: "the text of an official body, an agency or a newsroom of record, word for word",
  relay: "a retelling, translation or digest of another’s work",
  "state-controlled": "used only for what that state said",
} as const;
export type Standing = keyof typeof STANDING;

/** Whose work a page carries: the first that it names, else its own publisher. Both are ids of publishers. */
export function originOf({ publisher, relays }: Pick<Source, "publisher" | "relays">): string {
  return relays[0] ?? publisher;
}

/** A word-for-word copy of a text of these is worth as much as the original. */
const WORTH_COPYING: ReadonlySet<Publisher["kind"]> = new Set([
  "official-body",
  "agency",
  "newsroom-of-record",
]);

/** Standing of a page of `publisher` whose work is that of `origin`; the two are the same where the page relays nobody. */
export function standingOf(
  { kind, relays, carries }: Pick<Source, "kind" | "relays" | "carries">,
  publisher: Publisher,
  origin: Publisher,
): Standing {
  if (publisher.state_controlled_by || origin.state_controlled_by) return "state-controlled";
  if (publisher.kind === "official-body" && origin.kind === "official-body") return "official";
  // An institute is the body itself for its own figures, not for its comments.
  if (relays.length === 0)
    return publisher.kind === "research" && (kind === "dataset" || kind === "official")
      ? "official"
      : "original";
  return carries === "whole" && WORTH_COPYING.has(origin.kind) ? "copy" : "relay";
}

/** Standing of a source of this ledger. Throws if the ledger lacks its publisher. */
export function standing(ledger: Ledger, source: Source): Standing {
  return standingOf(
    source,
    get(ledger, "publishers", source.publisher),
    get(ledger, "publishers", originOf(source)),
  );
}

/** The publisher of works whose outlet a page does not name. */
const UNNAMED = "unnamed";

/** Name of the publisher of a source. */
export function publisherName(ledger: Ledger, { publisher }: Pick<Source, "publisher">): string {
  return get(ledger, "publishers", publisher).name;
}

/** Names of those whose work a page carries, the origin first; without the publisher itself and unnamed outlets. */
function relayed(ledger: Ledger, { publisher, relays }: Source): string[] {
  return relays
    .filter((id) => id !== publisher && id !== UNNAMED)
    .map((id) => get(ledger, "publishers", id).name);
}

/** Name of a receipt in full: "AP", "Financial Times via Belga", "Telescroll, a digest". */
export function receiptLabel(ledger: Ledger, source: Source): string {
  const names = relayed(ledger, source);
  const name = publisherName(ledger, source);
  if (names.length > 0) return `${names.join(", ")} via ${name}`;
  return originOf(source) === UNNAMED ? `${name}, a digest` : name;
}

/** Name of a receipt in running text: whose work it is, or who published it where that is not said. */
export function shortLabel(ledger: Ledger, source: Source): string {
  return relayed(ledger, source)[0] ?? publisherName(ledger, source);
}

/** Whose work a page carries, in words: "carrying Reuters", "a digest"; undefined where it is the publisher's own. */
export function carries(ledger: Ledger, source: Source): string | undefined {
  const names = relayed(ledger, source);
  if (names.length > 0) return `carrying ${names.join(", ")}`;
  return originOf(source) === UNNAMED ? "a digest" : undefined;
}

/** What a list says of a source after its publisher: whose work it is, its day and language, and what limits it. */
export function describeSource(ledger: Ledger, source: Source): string {
  return [
    carries(ledger, source),
    source.published && formatShortDate(source.published),
    source.lang !== "en" && `in ${LANGUAGES.of(source.lang)}`,
    standing(ledger, source) === "state-controlled" && "state-controlled",
    howRead(source),
  ]
    .filter(Boolean)
    .join(", ");
}
const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** The sources with these ids, each once, by the name of their publisher. */
export function sourcesByPublisher(ledger: Ledger, ids: readonly string[]): Source[] {
  return sourcesOf(ledger, [...new Set(ids)])
    .map((source) => ({ source, publisher: publisherName(ledger, source) }))
    .sort(
      (a, b) => a.publisher.localeCompare(b.publisher, "en") || a.source.id.localeCompare(b.source.id, "en"),
    )
    .map(({ source }) => source);
}

/** How a page was read, in words; undefined for an excerpt, as nearly all were read: lists say so once. */
export function howRead({ seen }: Pick<Source, "seen">): string | undefined {
  return { whole: "read in full", part: undefined, headline: "headline only" }[seen];
}

/** Kinds of those who did the reporting, in the order in which receipts name them. */
const RANK: Readonly<Record<Publisher["kind"], number>> = {
  "official-body": 0,
  agency: 1,
  "newsroom-of-record": 2,
  newsroom: 3,
  broadcaster: 3,
  research: 3,
  speaker: 4,
  regional: 5,
  aggregator: 6,
};

/** Pages that say less, whosever work they carry: retellings in digests and local outlets, and states speaking for themselves. */
function weakness(ledger: Ledger, source: Source): number {
  const worth = standing(ledger, source);
  if (worth === "state-controlled") return 2;
  if (worth === "copy") return 0;
  const { kind } = get(ledger, "publishers", source.publisher);
  return kind === "aggregator" || originOf(source) === UNNAMED || (kind === "regional" && worth === "relay")
    ? 1
    : 0;
}

/** Places of a receipt by weakness of the page, kind of the origin, and whether the page is its own. */
function places(ledger: Ledger, source: Source): number[] {
  const { kind } = get(ledger, "publishers", originOf(source));
  return [weakness(ledger, source), RANK[kind], source.relays.length > 0 ? 1 : 0];
}

/**
 * The sources with these ids, those first whose reporting comes from official bodies, agencies and newsrooms of record, weak
 * pages last; and one an origin first: pages that carry the same newsroom's work come after all others.
 */
export function receipts(ledger: Ledger, ids: readonly string[]): Source[] {
  const sources = ids
    .map((id) => get(ledger, "sources", id))
    .map((source) => ({ source, places: places(ledger, source) }))
    .sort(
      (a, b) =>
        a.places.map((place, i) => place - itemAt(b.places, i)).find((difference) => difference !== 0) ?? 0,
    );
  const seen = new Set<string>();
  const first: Source[] = [];
  const later: Source[] = [];
  for (const { source } of sources) {
    (seen.has(originOf(source)) ? later : first).push(source);
    seen.add(originOf(source));
  }
  return [...first, ...later];
}

/** The first of these sources that have different names in running text, at most `count` of them. */
export function namedApart(ledger: Ledger, sources: readonly Source[], count: number): Source[] {
  const names = sources.map((source) => shortLabel(ledger, source));
  return sources.filter((_, i) => names.indexOf(itemAt(names, i)) === i).slice(0, count);
}

/** Number of independent origins of these sources: a page counts for the first whose work it names. */
export function countOrigins(ledger: Ledger, ids: readonly string[]): number {
  return new Set(ids.map((id) => originOf(get(ledger, "sources", id)))).size;
}

export interface AnswerReceipts {
  answers: number;
  /** Those with an official or original page, or a copy of an agency or newsroom of record. */
  carried: number;
  /** Those with two independent origins or more. */
  twoOrigins: number;
}

export function countReceiptsOfAnswers(ledger: Ledger): AnswerReceipts {
  const all = ledger.answers.map(({ sources }) => sources);
  return {
    answers: all.length,
    carried: all.filter((ids) => ids.some((id) => isFirstHand(ledger, id))).length,
    twoOrigins: all.filter((ids) => countOrigins(ledger, ids) >= 2).length,
  };
}

/** Whether a page is that of those who know or report: the body itself, a publisher’s own work, or a copy word for word. */
function isFirstHand(ledger: Ledger, id: string): boolean {
  return ["official", "original", "copy"].includes(standing(ledger, get(ledger, "sources", id)));
}

/** Latest day of any event, meeting, draft or step in a case: up to then the site covers events. ISO date. */
export function coverageThrough(ledger: Ledger): string {
  const rows: readonly { date: string; end?: string | undefined }[] = [
    ...ledger.events,
    ...ledger.meetings,
    ...ledger.drafts,
    ...ledger["case-steps"],
  ];
  const days = rows.flatMap((row) => [row.date, row.end ?? ""]).filter((date) => date.length === 10);
  const last = days.sort().at(-1);
  if (!last) throw new Error("the ledger has no dated events");
  return last;
}

/**
 * The month (`2026-07`) from which on the site rests on headlines and official notices: the first of the latest run of
 * months in each of which more than half of the pages behind its events were seen as a headline or are an official
 * body’s. Months without events do not break the run. Undefined if the last month with events is not such a month.
 */
export function thinFrom(ledger: Ledger): string | undefined {
  const months = Map.groupBy(
    ledger.events.filter((event) => event.date.length > 4),
    (event) => event.date.slice(0, 7),
  );
  let from: string | undefined;
  for (const [month, events] of [...months].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const pages = sourcesOf(ledger, [...new Set(events.flatMap((event) => event.sources))]);
    if (pages.filter((page) => isNotice(ledger, page)).length * 2 <= pages.length) break;
    from = month;
  }
  return from;
}

/**
 * The basis of a statement if no report was read: headlines alone, or headlines and official notices.
 * Pages of state-controlled outlets are left aside: they confirm nothing. `besides` says that one of them was read.
 */
export function noticesOnly(
  ledger: Ledger,
  ids: readonly string[],
): { on: "headlines" | "headlines and official notices"; besides: boolean } | undefined {
  const all = sourcesOf(ledger, ids);
  const pages = all.filter((page) => standing(ledger, page) !== "state-controlled");
  const headlines = pages.filter((page) => page.seen === "headline").length;
  if (headlines === 0 || !pages.every((page) => isNotice(ledger, page))) return undefined;
  return {
    on: headlines === pages.length ? "headlines" : "headlines and official notices",
    besides: all.some((page) => standing(ledger, page) === "state-controlled" && page.seen !== "headline"),
  };
}

/** The latest reading of the sources. */
export function lastReading(ledger: Ledger): Ledger["readings"][number] {
  const last = [...ledger.readings].sort((a, b) => a.date.localeCompare(b.date)).at(-1);
  if (!last) throw new Error("the ledger does not say when its sources were read: add a row to `readings`");
  return last;
}

function isNotice(ledger: Ledger, source: Source): boolean {
  return source.seen === "headline" || standing(ledger, source) === "official";
}

function sourcesOf(ledger: Ledger, ids: readonly string[]): Source[] {
  return ids.map((id) => get(ledger, "sources", id));
}

/** A publisher and its pages, oldest first. */
export interface Shelf {
  publisher: Publisher;
  sources: Source[];
}

/** Index letter of a publisher: "a" to "z", accents under the plain letter, anything else under "0-9". */
export function letterOf({ name }: Pick<Publisher, "name">): string {
  const first = name.normalize("NFD").charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : "0-9";
}

/** Every publisher that has a page among the sources, by letter and by name. */
export function publishersByLetter(ledger: Ledger): Map<string, Shelf[]> {
  const byDate = ledger.sources.toSorted((a, b) => (a.published ?? "").localeCompare(b.published ?? ""));
  const shelves = [...Map.groupBy(byDate, ({ publisher }) => publisher)]
    .map(([id, sources]) => ({ publisher: get(ledger, "publishers", id), sources }))
    .sort((a, b) => a.publisher.name.localeCompare(b.publisher.name, "en"));
  const letters = Map.groupBy(shelves, ({ publisher }) => letterOf(publisher));
  return new Map([...letters].sort(([a], [b]) => a.localeCompare(b, "en")));
}

export interface Use {
  collection: CollectionName;
  key: string;
}

/** For each source id, every row of the ledger that names it as a receipt. */
export function usesOfSources(ledger: Ledger): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const collection of Object.keys(ledger) as CollectionName[]) {
    for (const row of ledger[collection]) {
      const ids = new Set<string>();
      collectSources(row, ids);
      for (const id of ids)
        getOrInsert(uses, id, () => []).push({ collection, key: rowKey(collection, row) });
    }
  }
  return uses;
}

function collectSources(value: unknown, ids: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "sources" && Array.isArray(inner)) for (const id of inner) ids.add(String(id));
    else if (key === "source" && typeof inner === "string") ids.add(inner);
    else collectSources(inner, ids);
  }
}

/** Every source that no row cites and that is not used `elsewhere` (ids): in explainers or changes. */
export function unusedSources(
  rows: readonly PlacedRow[],
  ledger: Ledger,
  elsewhere: ReadonlySet<string>,
): Problem[] {
  const uses = usesOfSources(ledger);
  return rows
    .filter(({ collection, key }) => collection === "sources" && !uses.has(key) && !elsewhere.has(key))
    .map(({ file, index, key }) =>
      problemOf(
        file.name,
        `the source \`${key}\` is never cited`,
        "name it in a row, an explainer or a change, or remove it",
        file.place([index, "id"]),
      ),
    );
}
