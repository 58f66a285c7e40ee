import { formatShortDate } from "../format/dates.ts";
import { listOf, plural } from "../format/numbers.ts";
import { expectDefined } from "../expect-defined.ts";
import type { Ledger, Publisher, Source } from "./ledger.ts";
import { getRow, rowsOfDays } from "./lookup.ts";

export function getSources(ledger: Ledger, ids: readonly string[]): Source[] {
  return ids.map((id) => getRow(ledger, "sources", id));
}

/** What a source is worth; `grades` of site.yaml says what each means. */
export type SourceGrade = "official" | "original" | "copy" | "retelling" | "state-controlled";

export function originOf({ publisher, relays }: Pick<Source, "publisher" | "relays">): string {
  return relays[0] ?? publisher;
}

const RANK: Readonly<Record<Publisher["kind"], number>> = {
  "official-body": 0,
  agency: 1,
  "press-of-record": 2,
  press: 3,
  broadcaster: 3,
  research: 3,
  archive: 3,
  speaker: 4,
  reference: 4,
  regional: 5,
  aggregator: 6,
};

export function gradeSource(ledger: Ledger, source: Source): SourceGrade {
  const { kind, carries } = source;
  const publisher = getRow(ledger, "publishers", source.publisher);
  const origin = getRow(ledger, "publishers", originOf(source));
  if (publisher.state_controlled_by || origin.state_controlled_by) return "state-controlled";
  if (origin !== publisher) return carries === "whole" ? "copy" : "retelling";
  // On its own acts or figures, not in its comments.
  const isOfficial =
    publisher.kind === "research"
      ? kind === "dataset" || kind === "official"
      : publisher.kind === "official-body" && kind !== "analysis";
  return isOfficial ? "official" : "original";
}

/** The origin of a page that does not name it. */
export const UNNAMED = "unnamed";
const UNNAMED_ORIGIN = "origin not named";

export function publisherName(ledger: Ledger, { publisher }: Pick<Source, "publisher">): string {
  return getRow(ledger, "publishers", publisher).name;
}

/** How many origins pages have that do not rest on each other; undefined if a page does not name its own. */
export function countOrigins(sources: readonly Source[]): number | undefined {
  const origins = new Set(sources.map(originOf));
  if (origins.has(UNNAMED)) return undefined;
  for (const { publisher, relays } of sources)
    if (relays.length > 0 && !relays.includes(publisher)) origins.delete(publisher);
  return Math.max(origins.size, 1);
}

/** Origin first, without unnamed ones. */
function relayed(ledger: Ledger, { publisher, relays }: Source) {
  return relays
    .filter((id) => id !== publisher && id !== UNNAMED)
    .map((id) => getRow(ledger, "publishers", id).name);
}

/** “AP”, “Financial Times via Belga”, “Telescroll, origin not named”. */
export function receiptLabel(ledger: Ledger, source: Source): string {
  const [name, names] = [publisherName(ledger, source), relayed(ledger, source)];
  if (names.length > 0) return `${names.join(", ")} via ${name}`;
  return originOf(source) === UNNAMED ? `${name}, ${UNNAMED_ORIGIN}` : name;
}

/** In running text: the origin or, if unnamed, the publisher. */
export function shortLabel(ledger: Ledger, source: Source): string {
  return relayed(ledger, source)[0] ?? publisherName(ledger, source);
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** “Ukrainian” for `uk`. */
export function languageName(lang: string): string {
  return LANGUAGES.of(lang) ?? lang;
}

export function describeSource(ledger: Ledger, source: Source, isOriginNamed = false): string {
  const names = relayed(ledger, source);
  const origin =
    names.length > 0 ? `origin: ${names.join(", ")}` : originOf(source) === UNNAMED && UNNAMED_ORIGIN;
  return [
    !isOriginNamed && origin,
    source.published && formatShortDate(source.published),
    source.lang !== "en" && `in ${languageName(source.lang)}`,
    gradeSource(ledger, source) === "state-controlled" && "state-controlled",
    // An excerpt is the usual case, which lists mention once.
    { whole: "read in full", part: undefined, title: "title only" }[source.read],
  ]
    .filter(Boolean)
    .join(", ");
}

export function sourcesIn(rows: unknown): string[] {
  if (typeof rows !== "object" || rows === null) return [];
  return Object.entries(rows).flatMap(([name, value]: [string, unknown]) => {
    if (name === "source") return value as string;
    return name === "sources" ? (value as string[]) : sourcesIn(value);
  });
}

export function sourcesByPublisher(ledger: Ledger, ids: readonly string[]): Source[] {
  const name = (source: Source) => publisherName(ledger, source);
  return getSources(ledger, [...new Set(ids)]).sort(
    (a, b) => name(a).localeCompare(name(b), "en") || a.id.localeCompare(b.id, "en"),
  );
}

/** Weak pages last, then by kind of origin, then original pages first. */
function rankKey(ledger: Ledger, source: Source) {
  const worth = gradeSource(ledger, source);
  const { kind } = getRow(ledger, "publishers", source.publisher);
  const origin = getRow(ledger, "publishers", originOf(source));
  const isRetelling =
    kind === "aggregator" || origin.id === UNNAMED || (kind === "regional" && worth === "retelling");
  const weakness = worth === "state-controlled" ? 2 : isRetelling && worth !== "copy" ? 1 : 0;
  return 100 * weakness + 10 * RANK[origin.kind] + (source.relays.length > 0 ? 1 : 0);
}

/** Repeated work of the same origin comes last. */
export function rankSources(ledger: Ledger, ids: readonly string[]): Source[] {
  const sorted = getSources(ledger, ids).sort((a, b) => rankKey(ledger, a) - rankKey(ledger, b));
  const byOrigin = [...Map.groupBy(sorted, originOf).values()];
  return [
    ...byOrigin.flatMap((sources) => sources.slice(0, 1)),
    ...byOrigin.flatMap((sources) => sources.slice(1)),
  ];
}

/** The first `count` sources with different short labels. */
export function namedApart(ledger: Ledger, sources: readonly Source[], count: number): Source[] {
  const byName = Map.groupBy(sources, (source) => shortLabel(ledger, source));
  return [...byName.values()].flatMap((sources) => sources.slice(0, 1)).slice(0, count);
}

/** “Sources: AP, Axios, Reuters and 12 others.”: the most frequent first; empty without sources. */
export function sourcesLine(ledger: Ledger, sources: readonly string[]): string {
  const byOrigin = Map.groupBy(rankSources(ledger, sources), (source) => shortLabel(ledger, source));
  const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
  const names = listOf(
    origins.length > 3 ? [...origins.slice(0, 3), plural(origins.length - 3, "other")] : origins,
  );
  return names && `${origins.length === 1 ? "Source" : "Sources"}: ${names}.`;
}

/** As exact as it is known. */
export function findCoverageEnd(ledger: Ledger): string {
  const dates = rowsOfDays(ledger).flatMap(({ date, end = "" }) => [date, end]);
  return expectDefined(dates.sort().at(-1), "event or draft, so no day up to which the site covers events");
}

/** “a” to “z” without accents, or “0-9”. */
export function letterOf({ name }: Pick<Publisher, "name">): string {
  const first = name.normalize("NFD").charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : "0-9";
}

/** By letter and name; sources oldest first. */
export function publishersByLetter(ledger: Ledger) {
  const byDate = ledger.sources.toSorted((a, b) =>
    (a.published ?? "").localeCompare(b.published ?? "", "en"),
  );
  const shelves = [...Map.groupBy(byDate, ({ publisher }) => publisher)]
    .map(([id, sources]) => ({ publisher: getRow(ledger, "publishers", id), sources }))
    .sort((a, b) => a.publisher.name.localeCompare(b.publisher.name, "en"));
  return Map.groupBy(shelves, ({ publisher }) => letterOf(publisher));
}
