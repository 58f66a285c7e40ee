import type { Ledger, Publisher, Source } from "./ledger.ts";
import { formatShortDate } from "../i18n/dates.ts";
import { get } from "./lookup.ts";
import { required } from "../required.ts";
import { type PlacedRow, problemAt, referencesIn } from "./integrity.ts";
import type { Problem } from "./problem.ts";
import { type CollectionName, collections } from "./schema.ts";

/** What a page is worth as a receipt, and what each value means in the downloads. */
export const STANDING = {
  official: "the body itself",
  original: "the publisher’s own work",
  copy: "the text of an official body, an agency or a newsroom of record, word for word",
  relay: "a retelling, translation or digest of another’s work",
  "state-controlled": "used only for what that state said",
} as const;
export type Standing = keyof typeof STANDING;

/** Whose work a page carries: the first publisher that it relays, else its own. */
export function originOf({ publisher, relays }: Pick<Source, "publisher" | "relays">): string {
  return relays[0] ?? publisher;
}

/** A word-for-word copy of a text of these is worth as much as the original. */
const WORTH_COPYING: readonly Publisher["kind"][] = ["official-body", "agency", "newsroom-of-record"];

/** What a source of this ledger is worth. Throws if the ledger lacks its publisher. */
export function standing(ledger: Ledger, source: Source): Standing {
  const { kind, relays, carries } = source;
  const publisher = get(ledger, "publishers", source.publisher);
  const origin = get(ledger, "publishers", originOf(source));
  if (publisher.state_controlled_by || origin.state_controlled_by) return "state-controlled";
  if (publisher.kind === "official-body" && origin.kind === "official-body") return "official";
  // An institute is the body itself for its own figures, not for its comments.
  if (relays.length === 0)
    return publisher.kind === "research" && (kind === "dataset" || kind === "official")
      ? "official"
      : "original";
  return carries === "whole" && WORTH_COPYING.includes(origin.kind) ? "copy" : "relay";
}

/** The publisher of works whose outlet a page does not name. */
const UNNAMED = "unnamed";

export function publisherName(ledger: Ledger, { publisher }: Pick<Source, "publisher">): string {
  return get(ledger, "publishers", publisher).name;
}

/** Names of those whose work a page carries, the origin first, without unnamed outlets. */
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

/** Whose work a page carries, in words; undefined where it is the publisher's own. */
function carries(ledger: Ledger, source: Source): string | undefined {
  const names = relayed(ledger, source);
  if (names.length > 0) return `carrying ${names.join(", ")}`;
  return originOf(source) === UNNAMED ? "a digest" : undefined;
}

/** A source in a list: whose work it is, its day and language, and what limits it. */
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
  return [...new Set(ids)]
    .map((id) => get(ledger, "sources", id))
    .map((source) => ({ source, publisher: publisherName(ledger, source) }))
    .sort(
      (a, b) => a.publisher.localeCompare(b.publisher, "en") || a.source.id.localeCompare(b.source.id, "en"),
    )
    .map(({ source }) => source);
}

/** How a page was read; undefined for an excerpt, as nearly all were read: lists say so once. */
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

/** Place of a receipt: weak pages last, then by kind of the origin, then whether the page is its own. */
function rank(ledger: Ledger, source: Source): number {
  const worth = standing(ledger, source);
  const { kind } = get(ledger, "publishers", source.publisher);
  const origin = get(ledger, "publishers", originOf(source));
  const isRetelling =
    kind === "aggregator" || origin.id === UNNAMED || (kind === "regional" && worth === "relay");
  const weakness = worth === "state-controlled" ? 2 : isRetelling && worth !== "copy" ? 1 : 0;
  return 100 * weakness + 10 * RANK[origin.kind] + (source.relays.length > 0 ? 1 : 0);
}

/** The sources with these ids by rank, one an origin first: pages that carry the same newsroom's work come after all others. */
export function receipts(ledger: Ledger, ids: readonly string[]): Source[] {
  const sorted = ids
    .map((id) => get(ledger, "sources", id))
    .map((source) => ({ source, rank: rank(ledger, source) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
  const origins = sorted.map(originOf);
  const isFirst = (source: Source, i: number) => origins.indexOf(originOf(source)) === i;
  return [...sorted.filter(isFirst), ...sorted.filter((source, i) => !isFirst(source, i))];
}

/** The first `count` of these sources that have different names in running text. */
export function namedApart(ledger: Ledger, sources: readonly Source[], count: number): Source[] {
  const names = sources.map((source) => shortLabel(ledger, source));
  return sources.filter((source, i) => names.indexOf(shortLabel(ledger, source)) === i).slice(0, count);
}

/** Latest day of any event, meeting, draft or step in a case, ISO: the site covers events up to then. */
export function coverageThrough(ledger: Ledger): string {
  const rows: readonly { date: string; end?: string | undefined }[] = [
    ...ledger.events,
    ...ledger.meetings,
    ...ledger.drafts,
    ...ledger["case-steps"],
  ];
  const days = rows.flatMap(({ date, end = "" }) => [date, end]).filter((date) => date.length === 10);
  return required(days.sort().at(-1), "day of an event, so no day up to which the site covers events");
}

export function lastReading(ledger: Ledger): Ledger["readings"][number] {
  const last = ledger.readings.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1);
  return required(last, "reading of the sources: add a row to `readings`");
}

/** A publisher and its pages, oldest first. */
export interface Shelf {
  publisher: Publisher;
  sources: Source[];
}

/** Index letter of a publisher: "a" to "z" without accents, anything else "0-9". */
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

/** Every source that no row cites and that is not used `elsewhere` (ids): in explainers or changes. */
export function unusedSources(rows: readonly PlacedRow[], elsewhere: ReadonlySet<string>): Problem[] {
  const cited = new Set(
    rows
      .flatMap(({ collection, value }) => referencesIn(collections[collection as CollectionName], value))
      .flatMap(({ id, targets }) => (targets.includes("sources") ? id : [])),
  );
  return rows
    .filter(({ collection, key }) => collection === "sources" && !cited.has(key) && !elsewhere.has(key))
    .map((row) =>
      problemAt(
        row,
        ["id"],
        `the source \`${row.key}\` is never cited`,
        "name it in a row, an explainer or a change, or remove it",
      ),
    );
}
