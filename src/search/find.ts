import { expectDefined } from "../expect-defined.ts";
import { dateAsWord, dayIn, normalizeDates } from "./days.ts";
import { correct, type NamedPage, nameKey, type Spellings } from "./spelling.ts";
import { normalize, parseExcerpt, smartenApostrophes, withoutCommon } from "./words.ts";

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
  /** Pages that each value of a filter would find with the other filters as they are. */
  counts: Record<string, Record<string, number>>;
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
 * Returns results `from` (included) to `to` (excluded). Words that no page contains are corrected. The page that
 * the query names comes first, then pages with a quoted phrase or of a named day, then the rest by score.
 * Rejects if part of the index cannot be loaded.
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
  const isKnown = async (word: string) => (await search(`"${word}"`, {})).length > 0;

  const typed = normalize(query.trim()).replace(/[“”]/g, '"');
  const asked = await correct(normalizeDates(typed), variants, isKnown);
  const text = withoutCommon(asked.replaceAll('"', ""));
  const terms = text.split(/\s+/).filter((term) => /[\p{L}\d]/u.test(term));
  const phrase = /"[^"]+"/.exec(asked)?.[0];
  const day = byDate ? undefined : dayIn(text);
  const narrower = phrase ?? (day && text.replace(day, dateAsWord(day)));

  // Own keys only: a reader may search for “constructor”.
  const name = byDate ? undefined : [asked, text].map(nameKey).find((key) => Object.hasOwn(pages, key));
  const named = name ? namedHit(search, text, filters, expectDefined(pages[name], name)) : undefined;

  const countsOf = async (name: Filter) => {
    const { [name]: _, ...others } = filters;
    return [name, (await ask(phrase ?? text, others)).filters[name] ?? {}] as const;
  };
  const [found, close, dated, counts] = await Promise.all([
    search(text),
    narrower ? search(narrower) : [],
    // Pagefind sorts only pages with a date; the others follow.
    byDate ? ask(text, filters, { date: "desc" }) : undefined,
    Promise.all(FILTERS.map(countsOf)),
  ]);
  const candidates = distinct([...(dated?.results ?? []), ...found]);
  // Pagefind does not rank phrases.
  const closeIds = new Set(close.map(({ id }) => id));
  const near = candidates.filter(({ id }) => closeIds.has(id));
  const ranked = phrase ? near : distinct([...near, ...candidates]);

  // In parallel: each text takes a round trip.
  const [first] = await Promise.all([named, ...ranked.slice(from, to).map((hit) => hit.data())]);
  const strict = distinct([...(first ? [first] : []), ...ranked]);
  const others = strict.length < FEW_RESULTS ? await partialMatches(search, terms) : [];
  const hits = distinct([...strict, ...others]);
  return {
    total: strict.length,
    partialMatches: hits.length - strict.length,
    results: await Promise.all(hits.slice(from, to).map(async (hit) => toResult(await hit.data()))),
    counts: Object.fromEntries(counts),
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
  };
}

async function partialMatches(search: Search, terms: readonly string[]): Promise<SearchHit[]> {
  if (terms.length < 2) return [];
  const found = await Promise.all(terms.map((_, i) => search(terms.toSpliced(i, 1).join(" "))));
  return found.flat().sort((a, b) => b.score - a.score);
}

function distinct(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
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

function toResult({ url, excerpt: markup, meta }: PagefindData): Result {
  const title = smartenApostrophes(meta.title ?? url);
  const excerpt = parseExcerpt(markup, title);
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
