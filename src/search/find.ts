import { required } from "../required.ts";
import { dateAsWord, dayIn, normalizeDates } from "./days.ts";
import { correct, type NamedPage, nameKey, type Spellings } from "./spelling.ts";
import { normalize, parseExcerpt, smartenApostrophes, withoutCommon, words } from "./words.ts";

/** What results can be narrowed by; the names of Pagefind's filters. */
export const FILTERS = ["kind", "topic", "year", "status"] as const;
export type Filter = (typeof FILTERS)[number];

/** What a reader asks for. */
export interface Query {
  text: string;
  /** Only pages that have all of these. */
  filters: Partial<Record<Filter, string>>;
  /** Latest first; otherwise best first. */
  byDate: boolean;
}

/** The query in an address: `?q=veto&kind=Event&sort=date`. Unknown parameters are ignored. */
export function parseQuery(parameters: URLSearchParams): Query {
  const filters: Query["filters"] = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return { text: parameters.get("q") ?? "", filters, byDate: parameters.get("sort") === "date" };
}

/** The parameters of the address of a query. */
export function formatQuery({ text, filters, byDate }: Query): URLSearchParams {
  return new URLSearchParams({ ...(text && { q: text }), ...filters, ...(byDate && { sort: "date" }) });
}

/** Kinds that come before all others, as headings in view and in the ranking; events come last of them. */
export const MAIN_KINDS = {
  Explained: "Explained",
  Clause: "Clauses",
  Chart: "Charts",
  Event: "Events",
} as const;

/** Factor by which the scores of pages of the main kinds, except events, are multiplied. */
const SUBJECT_WEIGHT = 1.3;
/** How many of the first results are read for a title that names the query; most of them are shown anyway. */
const TITLES_READ = 5;
/** Below this many results, pages that lack one of the words are added. */
const FEW_RESULTS = 3;
/** Weights that differ from Pagefind's own: docs/decisions/004-own-search-interface.md. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3 };

/** Runs of a clause's summary: struck, inserted, open or plain. */
export type SummaryRun = [kind: "del" | "ins" | "open" | "", text: string];

/** A page that matches. */
export interface Result {
  title: string;
  url: string;
  kind: string;
  date: string | undefined;
  /** Plain and found pieces in turn. */
  excerpt: string[];
  /** Of a clause: its first answer and its last, instead of an excerpt. */
  summary: SummaryRun[];
}

/** What a search found. */
export interface Found {
  /** How many pages contain every word. */
  total: number;
  /** How many more contain all words but one; they follow if few contain every word. */
  partialMatches: number;
  /** Those that were asked for. */
  results: Result[];
  /** Pages by value, for each filter, if that filter alone were changed. */
  counts: Record<Filter, Record<string, number>>;
  /** Pages that match without any filter. */
  unfiltered: number;
  /** The words that were searched for, if they differ from what was typed. */
  searchedFor: string | undefined;
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface Hit {
  id: string;
  /** Higher is better. */
  score: number;
  data(): Promise<PagefindData>;
}

/** As much of Pagefind as a search needs. */
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
 * Results `from` (included) to `to` (excluded) of a query. A word that no page contains is corrected; a word that pages contain
 * is not taken for the beginning of another ("plan" does not find "plant"). A name or a question and nothing else brings its
 * page first; then come pages with a quoted phrase, or of a day that is named; then those whose title names the query; then the
 * rest by score, weighted by kind. Rejects if a part of the index cannot be loaded.
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
    // Pagefind sorts only what has a date; the rest follows.
    byDate ? engine.search(text, { filters, sort: {} }) : undefined,
    Promise.all(terms.map(pagesWith)),
  ]);
  const matches = distinct([...answer.results, ...(undated?.results ?? [])]);
  const whole = matches.filter(({ id }) => holders.every((ids) => ids.has(id)));
  const all = whole.length > 0 ? whole : matches;
  const score = ({ id, score }: Hit) =>
    (kinds.get(id) ?? "Event") === "Event" ? score : score * SUBJECT_WEIGHT;
  if (kinds.size > 0) all.sort((a, b) => score(b) - score(a));
  // Pagefind gives phrases no order.
  const closeIds = idsOf(close?.results ?? []);
  const near = all.filter(({ id }) => closeIds.has(id));
  const strict = phrase ? near : distinct([...near, ...all]);
  const others = strict.length < FEW_RESULTS ? await partialMatches(search, terms) : [];
  const ranked = distinct([...strict, ...others]);

  // Texts at the same time: each takes a round trip.
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

/** Pages that contain all words but one, best first. */
async function partialMatches(search: Search, terms: readonly string[]): Promise<Hit[]> {
  if (terms.length < 2) return [];
  const found = await Promise.all(terms.map((_, i) => search(terms.toSpliced(i, 1).join(" "))));
  return found.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
}

/**
 * Events among the first whose title contains every word, one of them a name or a number, then the others: “100 jets” names
 * an event, “nuclear weapons” does not.
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

/** Each page once, at its first place. */
function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The kind of each page that matches and is of a main kind; loading the pages, which say so too, would be slow. */
async function kindsOf(
  search: Search,
  text: string,
  filters: Query["filters"],
): Promise<Map<string, string>> {
  const kinds = Object.keys(MAIN_KINDS);
  const answers = await Promise.all(kinds.map((kind) => search(text, { ...filters, kind })));
  return new Map(answers.flatMap(({ results }, i) => results.map(({ id }) => [id, kinds[i] ?? ""] as const)));
}

/** The page of a name, from among the first of its kind that match; undefined if the filters exclude it. */
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

/** Counts by filter. A filter that is set is counted as if it were not: a reader sees the other choices. */
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

/** The part of an address that makes browsers mark the words found on the page, and scroll to the first. */
function textFragment(excerpt: readonly string[]): string {
  const found = new Set(excerpt.filter((piece, i) => i % 2 === 1 && /^[\p{L}\d]+$/u.test(piece)));
  return found.size > 0
    ? `#:~:${[...found].map((word) => `text=${encodeURIComponent(word)}`).join("&")}`
    : "";
}
