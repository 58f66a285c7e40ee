import { expectDefined } from "../expect-defined.ts";
import { dateAsWord, dayIn, normalizeDates } from "./days.ts";
import { correct, type NamedPage, nameKey, type Spellings } from "./spelling.ts";
import { normalize, parseExcerpt, smartenApostrophes, withoutCommon, words } from "./words.ts";

export const FILTERS = ["kind", "topic", "year", "status"] as const;
export type Filter = (typeof FILTERS)[number];

export interface Query {
  text: string;
  filters: Partial<Record<Filter, string>>;
  /** Latest first; otherwise by relevance. */
  byDate: boolean;
}

/** Reads a query from an address: `?q=veto&kind=Event&sort=date`. Unknown parameters are ignored. */
export function parseQuery(parameters: URLSearchParams): Query {
  const filters: Query["filters"] = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return { text: parameters.get("q") ?? "", filters, byDate: parameters.get("sort") === "date" };
}

export function formatQuery({ text, filters, byDate }: Query): URLSearchParams {
  return new URLSearchParams({ ...(text && { q: text }), ...filters, ...(byDate && { sort: "date" }) });
}

/** The kinds that a reader chooses with one click. */
export const MAIN_KINDS = {
  Explained: "Explained",
  Clause: "Clauses",
  Chart: "Charts",
  Event: "Events",
} as const;

/** Of explainers, clauses and charts; of every other kind, 1. */
const SUBJECT_WEIGHT = 3;
/** Results read to find a title that names the query. */
const TITLES_READ = 5;
/** Below this, pages that lack one of the words are added. */
const FEW_RESULTS = 3;
/** Differ from Pagefind’s defaults: docs/decisions/004-own-search-interface.md. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3 };

export type SummaryRun = [kind: "del" | "ins" | "open" | "", text: string];

export interface Result {
  title: string;
  /** Of the title. */
  lang: string;
  url: string;
  kind: string;
  date: string | undefined;
  /** Plain and matching pieces alternate. */
  excerpt: string[];
  /** First and last answer of a clause, instead of an excerpt. */
  summary: SummaryRun[];
}

export interface Found {
  /** Pages that contain every word. */
  total: number;
  /** Pages that lack one of the words, added if `total` is small. */
  partialMatches: number;
  results: Result[];
  /** Pages of each main kind, as if no kind were chosen. */
  counts: Record<string, number>;
  /** What a reader may choose for each filter. */
  values: Record<string, string[]>;
  /** The corrected query, if it differs from what was typed. */
  searchedFor: string | undefined;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface SearchHit {
  id: string;
  score: number;
  data(): Promise<PagefindData>;
}

export interface Engine {
  search(
    text: string,
    options: { filters: Query["filters"]; sort: Record<string, string> },
  ): Promise<{ results: SearchHit[]; filters: Record<string, Record<string, number>> }>;
}
type Search = (text: string, filters?: Query["filters"]) => Promise<SearchHit[]>;

/**
 * Returns results `from` (included) to `to` (excluded). Words that no page contains are corrected; other
 * words match whole words only (“plan” does not match “plant”). The page that the query names comes first,
 * then pages with a quoted phrase or of a named day, then titles that name the query, then the rest by score
 * and kind. Rejects if part of the index cannot be loaded.
 */
export async function searchSite(
  engine: Engine,
  { variants, pages }: Spellings,
  { text: query, filters, byDate }: Query,
  from: number,
  to: number,
): Promise<Found> {
  const ask = (text: string, filters: Query["filters"], sort = {}) => engine.search(text, { filters, sort });
  const search: Search = async (text, narrowed = filters) => (await ask(text, narrowed)).results;
  const pagesWith = async (word: string) => idsOf(await search(`"${word}"`, {}));

  const typed = normalize(query.trim()).replace(/[“”]/g, '"');
  const asked = await correct(
    normalizeDates(typed),
    variants,
    async (word) => (await pagesWith(word)).size > 0,
  );
  const text = withoutCommon(asked.replaceAll('"', ""));
  const terms = text.split(/\s+/).filter((term) => /[\p{L}\d]/u.test(term));
  const phrase = /"[^"]+"/.exec(asked)?.[0];
  const day = byDate ? undefined : dayIn(text);
  const narrower = phrase ?? (day && text.replace(day, dateAsWord(day)));

  // Own keys only: a reader may search for “constructor”.
  const name = byDate ? undefined : [asked, text].map(nameKey).find((key) => Object.hasOwn(pages, key));
  const named = name ? namedHit(search, text, filters, expectDefined(pages[name], name)) : undefined;

  const [found, close, kinds, dated, values, holders] = await Promise.all([
    search(text),
    narrower ? search(narrower) : [],
    kindsOf(search, phrase ?? text, filters),
    // Pagefind sorts only pages with a date; the others follow.
    byDate ? ask(text, filters, { date: "desc" }) : undefined,
    Promise.all(FILTERS.map((name) => valuesOf(engine, text, filters, name))),
    Promise.all(terms.map(pagesWith)),
  ]);
  const isWhole = (id: string) => holders.every((ids) => ids.has(id));
  const matches = distinct([...(dated?.results ?? []), ...found]);
  const whole = matches.filter(({ id }) => isWhole(id));
  const candidates = whole.length > 0 ? whole : matches;
  const score = ({ id, score }: SearchHit) =>
    (kinds.get(id) ?? "Event") === "Event" ? score : score * SUBJECT_WEIGHT;
  if (!byDate) candidates.sort((a, b) => score(b) - score(a));
  // Pagefind does not rank phrases.
  const closeIds = idsOf(close);
  const near = candidates.filter(({ id }) => closeIds.has(id));
  const ranked = phrase ? near : distinct([...near, ...candidates]);

  // In parallel: each text takes a round trip.
  const [first] = await Promise.all([named, ...ranked.slice(from, to).map((hit) => hit.data())]);
  const strict = distinct([
    ...(first ? [first] : []),
    ...(byDate || terms.length < 2 ? ranked : await namedByTitleFirst(ranked, text)),
  ]);
  const others = strict.length < FEW_RESULTS ? await partialMatches(search, terms) : [];
  const hits = distinct([...strict, ...others]);
  const countOf = (kind: string) =>
    [...kinds].filter(([id, ofPage]) => ofPage === kind && (whole.length === 0 || isWhole(id))).length;
  return {
    total: strict.length,
    partialMatches: hits.length - strict.length,
    results: await Promise.all(
      hits
        .slice(from, to)
        .map(async (hit) => toResult(await hit.data(), whole.length > 0 ? words(text) : [])),
    ),
    counts: Object.fromEntries(Object.keys(MAIN_KINDS).map((kind) => [kind, countOf(kind)])),
    values: Object.fromEntries(values),
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
  };
}

async function partialMatches(search: Search, terms: readonly string[]): Promise<SearchHit[]> {
  if (terms.length < 2) return [];
  const found = await Promise.all(terms.map((_, i) => search(terms.toSpliced(i, 1).join(" "))));
  return found.flat().sort((a, b) => b.score - a.score);
}

/**
 * Moves events whose title contains every word, one of them a name or a number, to the front: “100 jets”
 * names an event, “nuclear weapons” does not.
 */
async function namedByTitleFirst(hits: readonly SearchHit[], text: string): Promise<SearchHit[]> {
  const asked = words(text);
  const read = await Promise.all(hits.slice(0, TITLES_READ).map((hit) => hit.data()));
  const isNamed = (_: SearchHit, i: number) => {
    const { kind, title = "" } = read[i]?.meta ?? {};
    const inTitle = words(title);
    const names = words((title.match(/(?<=\s)[\p{Lu}\d]\S*/gu) ?? []).join(" "));
    return (
      kind === "Event" &&
      asked.every((word) => inTitle.includes(word)) &&
      asked.some((word) => names.includes(word))
    );
  };
  return [...hits.filter(isNamed), ...hits.filter((hit, i) => !isNamed(hit, i))];
}

function idsOf(hits: readonly SearchHit[]): ReadonlySet<string> {
  return new Set(hits.map(({ id }) => id));
}

function distinct(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The main kinds of pages by their ids, whatever kind is chosen. By filters, because loading pages is slow. */
async function kindsOf(
  search: Search,
  text: string,
  filters: Query["filters"],
): Promise<Map<string, string>> {
  const ofKind = async (kind: string) =>
    (await search(text, { ...filters, kind })).map(({ id }): [string, string] => [id, kind]);
  return new Map((await Promise.all(Object.keys(MAIN_KINDS).map(ofKind))).flat());
}

/** The values of a filter with which pages are found, whatever its value now. */
async function valuesOf(
  engine: Engine,
  text: string,
  filters: Query["filters"],
  name: Filter,
): Promise<[Filter, string[]]> {
  const { [name]: _, ...others } = filters;
  const { [name]: counts = {} } = (await engine.search(text, { filters: others, sort: {} })).filters;
  return [name, Object.keys(counts).filter((value) => counts[value])];
}

/** Undefined if the filters exclude the page. */
async function namedHit(
  search: Search,
  text: string,
  filters: Query["filters"],
  { url, kind }: NamedPage,
): Promise<SearchHit | undefined> {
  if (filters.kind && filters.kind !== kind) return undefined;
  const hits = (await search(text, { ...filters, kind })).slice(0, 3);
  const texts = await Promise.all(hits.map((hit) => hit.data()));
  return hits[texts.findIndex((data) => data.url.endsWith(url))];
}

function toResult({ url, excerpt: markup, meta }: PagefindData, asked: readonly string[]): Result {
  const title = smartenApostrophes(meta.title ?? url);
  const excerpt = parseExcerpt(markup, title, asked);
  return {
    title,
    lang: meta.lang ?? "en",
    url: url.includes("#") ? url : url + textFragment(excerpt),
    kind: meta.kind ?? "",
    date: meta.date?.replaceAll("-", " "),
    excerpt,
    summary: meta.summary ? (JSON.parse(meta.summary) as SummaryRun[]) : [],
  };
}

/** Makes browsers highlight the matching words and scroll to the first. */
function textFragment(excerpt: readonly string[]): string {
  const found = new Set(excerpt.filter((piece, i) => i % 2 === 1 && /^[\p{L}\d]+$/u.test(piece)));
  return found.size > 0
    ? `#:~:${[...found].map((word) => `text=${encodeURIComponent(word)}`).join("&")}`
    : "";
}
