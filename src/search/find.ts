import { required } from "../required.ts";
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

/** Listed and ranked before other kinds; events come last of them. */
export const MAIN_KINDS = {
  Explained: "Explained",
  Clause: "Clauses",
  Chart: "Charts",
  Event: "Events",
} as const;

const SUBJECT_WEIGHT = 1.3;
/** Results read to find a title that names the query. */
const TITLES_READ = 5;
/** Below this, pages that lack one of the words are added. */
const FEW_RESULTS = 3;
/** Differ from Pagefind’s defaults: docs/decisions/004-own-search-interface.md. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3 };

export type SummaryRun = [kind: "del" | "ins" | "open" | "", text: string];

export interface Result {
  title: string;
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
  /** Pages that contain all words but one, added if `total` is small. */
  partialMatches: number;
  results: Result[];
  /** Pages by value for each filter, if only that filter changed. */
  counts: Record<Filter, Record<string, number>>;
  unfiltered: number;
  /** The corrected query, if it differs from what was typed. */
  searchedFor: string | undefined;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface Hit {
  id: string;
  score: number;
  data(): Promise<PagefindData>;
}

export interface Engine {
  search(
    text: string,
    options: { filters: Query["filters"]; sort: Record<string, string> },
  ): Promise<{
    results: Hit[];
    filters: Record<string, Record<string, number>>;
    unfilteredResultCount: number;
  }>;
}
type Search = (text: string, filters?: Query["filters"]) => ReturnType<Engine["search"]>;

/**
 * Returns results `from` (included) to `to` (excluded). Words that no page contains are corrected; other
 * words match whole words only (“plan” does not match “plant”). The page that the query names comes first,
 * then pages with a quoted phrase or of a named day, then titles that name the query, then the rest by score
 * and kind. Rejects if part of the index cannot be loaded.
 */
export async function find(
  engine: Engine,
  { variants, pages }: Spellings,
  { text: query, filters, byDate }: Query,
  from: number,
  to: number,
): Promise<Found> {
  const sort: Record<string, string> = byDate ? { date: "desc" } : {};
  const search: Search = (text, narrowed = filters) => engine.search(text, { filters: narrowed, sort });
  const pagesWith = async (word: string) =>
    idsOf((await engine.search(`"${word}"`, { filters: {}, sort: {} })).results);

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
  const named = name ? namedHit(search, text, filters, required(pages[name], name)) : undefined;

  const [answer, close, kinds, undated, holders] = await Promise.all([
    search(text),
    narrower ? search(narrower) : undefined,
    filters.kind || byDate ? new Map<string, string>() : kindsOf(search, text, filters),
    // Pagefind sorts only pages with a date; the others follow.
    byDate ? engine.search(text, { filters, sort: {} }) : undefined,
    Promise.all(terms.map(pagesWith)),
  ]);
  const matches = distinct([...answer.results, ...(undated?.results ?? [])]);
  const whole = matches.filter(({ id }) => holders.every((ids) => ids.has(id)));
  const all = whole.length > 0 ? whole : matches;
  const score = ({ id, score }: Hit) =>
    (kinds.get(id) ?? "Event") === "Event" ? score : score * SUBJECT_WEIGHT;
  if (kinds.size > 0) all.sort((a, b) => score(b) - score(a));
  // Pagefind does not rank phrases.
  const closeIds = idsOf(close?.results ?? []);
  const near = all.filter(({ id }) => closeIds.has(id));
  const strict = phrase ? near : distinct([...near, ...all]);
  const others = strict.length < FEW_RESULTS ? await partialMatches(search, terms) : [];
  const ranked = distinct([...strict, ...others]);

  // In parallel: each text takes a round trip.
  const [first] = await Promise.all([named, ...ranked.slice(from, to).map((hit) => hit.data())]);
  const isByTitle = !name && !byDate && terms.length > 1;
  const hits = distinct([
    ...(first ? [first] : []),
    ...(isByTitle ? await namedByTitleFirst(ranked, text) : ranked),
  ]);
  const total = strict.length + (first && !idsOf(strict).has(first.id) ? 1 : 0);
  const counts = await countAll(search, phrase ?? text, filters);
  for (const kind of new Set(kinds.values()))
    counts.kind[kind] = strict.filter(({ id }) => kinds.get(id) === kind).length;
  return {
    total,
    partialMatches: hits.length - total,
    results: await Promise.all(hits.slice(from, to).map(async (hit) => toResult(await hit.data()))),
    counts,
    unfiltered: (phrase && close ? close : answer).unfilteredResultCount,
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
  };
}

async function partialMatches(search: Search, terms: readonly string[]): Promise<Hit[]> {
  if (terms.length < 2) return [];
  const found = await Promise.all(terms.map((_, i) => search(terms.toSpliced(i, 1).join(" "))));
  return found.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
}

/**
 * Moves events whose title contains every word, one of them a name or a number, to the front: “100 jets”
 * names an event, “nuclear weapons” does not.
 */
async function namedByTitleFirst(hits: readonly Hit[], text: string): Promise<Hit[]> {
  const asked = words(text);
  const read = await Promise.all(hits.slice(0, TITLES_READ).map((hit) => hit.data()));
  const isNamed = (_: Hit, i: number) => {
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

function idsOf(hits: readonly Hit[]): ReadonlySet<string> {
  return new Set(hits.map(({ id }) => id));
}

function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** By filters, because loading the pages would be slow. */
async function kindsOf(
  search: Search,
  text: string,
  filters: Query["filters"],
): Promise<Map<string, string>> {
  const kinds = Object.keys(MAIN_KINDS);
  const answers = await Promise.all(kinds.map((kind) => search(text, { ...filters, kind })));
  return new Map(answers.flatMap(({ results }, i) => results.map(({ id }) => [id, kinds[i] ?? ""] as const)));
}

/** Undefined if the filters exclude the page. */
async function namedHit(
  search: Search,
  text: string,
  filters: Query["filters"],
  { url, kind }: NamedPage,
): Promise<Hit | undefined> {
  if (filters.kind && filters.kind !== kind) return undefined;
  const { results } = await search(text, { ...filters, kind });
  const hits = results.slice(0, 3);
  const texts = await Promise.all(hits.map((hit) => hit.data()));
  return hits[texts.findIndex((data) => data.url.endsWith(url))];
}

/** Counts each filter as if it were not set, so that readers see the alternatives. */
async function countAll(search: Search, text: string, filters: Query["filters"]): Promise<Found["counts"]> {
  const counts = FILTERS.map(async (name) => {
    const { [name]: _, ...others } = filters;
    return [name, { ...(await search(text, others)).filters[name] }] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Found["counts"];
}

function toResult({ url, excerpt: markup, meta }: PagefindData): Result {
  const title = smartenApostrophes(meta.title ?? url);
  const excerpt = parseExcerpt(markup, title);
  return {
    title,
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
