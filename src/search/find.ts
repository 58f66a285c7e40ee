import { required } from "../required.ts";
import { dateAsWord, dayIn, normalizeDates } from "./days.ts";
import { correct, type NamedPage, nameKey, spell, type Spellings, suggest } from "./spelling.ts";
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

/** The query in an address: `?q=rafale&kind=Event&sort=date`. Unknown parameters are left out. */
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
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const name of FILTERS) if (filters[name]) parameters.set(name, filters[name]);
  if (byDate) parameters.set("sort", "date");
  return parameters;
}

/** Kinds that come before all others, as headings in view and in the ranking; events come last of them. */
export const MAIN_KINDS = {
  Explained: "Explained",
  Clause: "Clauses",
  Chart: "Charts",
  Event: "Events",
} as const;

/** How much more the score of a page of a kind counts. */
const KIND_WEIGHTS: Readonly<Record<string, number>> = {
  Explained: 1.3,
  Clause: 1.2,
  Chart: 1.1,
  Reason: 0.8,
};
/**
 * Kinds of pages whose title names one thing. A title that holds the whole query, a name or a number among its words, comes
 * before the main kinds: “100 Rafale” names an event, “nuclear weapons” does not.
 */
const NAMED_KINDS = new Set(["Event", "Day", "Person", "Organisation"]);
/** How many of the first results are read for such a title; most of them are shown anyway. */
const TITLES_READ = 5;
/** The same for a single word: it is a subject rather than an event. */
const SUBJECT_WEIGHT = 1.5;

/** Runs of a clause's summary: [struck, inserted, open or plain, text]. */
export type SummaryRun = [kind: "del" | "ins" | "open" | "", text: string];

/** A page, or a part of one, that matches. */
export interface Result {
  title: string;
  /** With `?highlight=`, so that the page can mark what was found. */
  url: string;
  kind: string;
  date: string | undefined;
  /** Plain and found pieces in turn. */
  excerpt: string[];
  /** Of a clause: its first answer and its last, in the place of an excerpt. */
  summary: SummaryRun[];
  /** Sections of the page that match. */
  parts: { title: string; url: string }[];
}

/** What a search found. */
export interface Found {
  /** How many pages hold every word. */
  total: number;
  /** How many more hold all words but one, if few hold every word; they follow. */
  partialMatches: number;
  /** Those that were asked for. */
  results: Result[];
  /** Pages by value, for each filter, if that filter alone were changed. */
  counts: Record<Filter, Record<string, number>>;
  /** Pages that match without any filter. */
  unfiltered: number;
  /** The words that were searched for, if they differ from what was typed. */
  searchedFor: string | undefined;
  /** Queries that may have been meant, if nothing was found. */
  didYouMean: string[];
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: {
    title: string;
    url: string;
    excerpt: string;
    weighted_locations: { balanced_score: number }[];
  }[];
}

interface Hit {
  id: string;
  /** How well it answers; higher is better. */
  score: number;
  data(): Promise<PagefindData>;
}

/** As much of Pagefind as a search needs. */
export interface Engine {
  search(
    text: string,
    options: { filters: Partial<Record<Filter, string>>; sort: Record<string, string> },
  ): Promise<{
    results: Hit[];
    filters: Record<string, Record<string, number>>;
    unfilteredResultCount: number;
  }>;
}
type EngineAnswer = Awaited<ReturnType<Engine["search"]>>;
type Search = (text: string, filters?: Query["filters"]) => Promise<EngineAnswer>;

/** Weights that differ from Pagefind's own, chosen by the relevance tables: docs/decisions/004-own-search-interface.md. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3 };

/** Below this many results, pages that hold all words but one are added. */
const FEW_RESULTS = 4;

const NOTHING: EngineAnswer = { results: [], filters: {}, unfilteredResultCount: 0 };

/** The words that a query is searched by: normalised, declared names in the site's spelling, without what every page has. */
export function searchText(typed: string, { variants }: Spellings): string {
  return withoutCommon(spell(normalize(typed.trim()), variants));
}

/**
 * Results `from` (included) to `to` (left out) of a query. A word that no page holds is corrected or left out; a word that pages
 * hold whole is not taken for the beginning of another ("plan" does not find "plant"). A name or a question and nothing else
 * brings its page first; then come pages with a quoted phrase, or of a day that is named; then those whose title names the query;
 * then the rest by score, weighted by kind.
 * Undefined if it is no longer wanted when the pages are known and their texts are still to be fetched. Rejects if a part of the
 * index cannot be loaded.
 */
export async function find(
  engine: Engine,
  spellings: Spellings,
  query: Query,
  from: number,
  to: number,
  isWanted = () => true,
): Promise<Found | undefined> {
  const { filters, byDate } = query;
  const sort = byDate ? { date: "desc" } : ({} as Record<string, string>);
  const search: Search = (text, narrowed = filters) => engine.search(text, { filters: narrowed, sort });
  const exact = new Map<string, Promise<ReadonlySet<string>>>();
  const pagesWith = (word: string) => {
    const known =
      exact.get(word) ??
      engine.search(`"${word}"`, { filters: {}, sort: {} }).then(({ results }) => idsOf(results));
    exact.set(word, known);
    return known;
  };
  const isHeld = async (word: string) => (await pagesWith(word)).size > 0;

  const typed = normalize(query.text.trim()).replace(/[“”]/g, '"');
  const asked = await correct(spell(normalizeDates(typed), spellings.variants), spellings.variants, isHeld);
  const text = withoutCommon(asked.replaceAll('"', ""));
  const phrase = /"[^"]+"/.exec(asked)?.[0];
  const day = phrase || byDate ? undefined : dayIn(text);
  const narrower = phrase ?? (day && text.replace(day, dateAsWord(day)));
  // Pagefind shortens a word that no page holds to any beginning of it. The last one may be unfinished.
  const terms = text.split(/\s+/).filter((term) => /[\p{L}\d]/u.test(term));
  const holders = await Promise.all(terms.map(pagesWith));
  const held = holders.map(({ size }, i) => size > 0 || i === terms.length - 1);
  const answer = held.every(Boolean) ? await search(text) : NOTHING;
  const close = narrower ? await search(narrower) : answer;
  const days =
    day && !filters.kind ? (await search(dateAsWord(day), { ...filters, kind: "Day" })).results : [];
  // Pagefind sorts only what has a date; the rest follows.
  const undated = byDate ? (await engine.search(text, { filters, sort: {} })).results : [];
  const matches = distinct([...answer.results, ...undated]);
  const whole = matches.filter(({ id }) => holders.every((ids) => ids.has(id)));
  const kinds = filters.kind || byDate ? new Map<string, string>() : await kindsOf(search, text, filters);
  const score = ({ id, score }: Hit) => {
    const weight = KIND_WEIGHTS[kinds.get(id) ?? ""] ?? 1;
    return score * (terms.length === 1 && weight > 1 ? SUBJECT_WEIGHT : weight);
  };
  const all = whole.length > 0 ? whole : matches;
  if (kinds.size > 0) all.sort((a, b) => score(b) - score(a));
  // Pagefind gives phrases no order: what holds one, or is of the day, stands in the order that its words give it.
  const closeIds = idsOf(close.results);
  const near = [...all.filter(({ id }) => closeIds.has(id)), ...days];
  const strict = phrase ? near : distinct([...(narrower ? near : []), ...all]);
  const ranked =
    strict.length < FEW_RESULTS
      ? distinct([...strict, ...(await partialMatches(search, terms, held))])
      : strict;
  if (!isWanted()) return undefined;
  // Own keys only: a reader may search for “constructor”.
  const named = [typed, asked, text]
    .map(nameKey)
    .flatMap((name) => [name, name.replace(/s$/, "")])
    .map((name) => (Object.hasOwn(spellings.pages, name) ? spellings.pages[name] : undefined))
    .find((page) => page);
  const isByTitle = !named && !byDate && !narrower && terms.length > 1;
  const hits = isByTitle ? await namedByTitleFirst(ranked, text) : ranked;
  const [first, around] = await Promise.all([
    byDate || !named ? undefined : namedHit(search, text, filters, named),
    // The page of a name moves what is before it down by one.
    Promise.all(
      hits.slice(Math.max(0, from - 1), to).map(async (hit) => ({ id: hit.id, data: await hit.data() })),
    ),
  ]);
  const ordered = [
    ...(first ? [first.id] : []),
    ...hits.map(({ id }) => id).filter((id) => id !== first?.id),
  ];
  const byId = new Map([...around, ...(first ? [first] : [])].map(({ id, data }) => [id, data]));
  const total = first && !idsOf(strict).has(first.id) ? strict.length + 1 : strict.length;
  const counted = phrase ? close : answer;
  const counts = await countAll(search, phrase ?? text, filters, counted.filters);
  for (const kind of new Set(kinds.values()))
    counts.kind[kind] = strict.filter(({ id }) => kinds.get(id) === kind).length;
  return {
    total,
    partialMatches: ordered.length - total,
    results: ordered
      .slice(from, to)
      .map((id) =>
        toResult(required(byId.get(id), `page ${id}`), text, id === first?.id ? named?.url : undefined),
      ),
    counts,
    unfiltered: counted.unfilteredResultCount,
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
    didYouMean: ordered.length === 0 ? suggest(typed, spellings.variants) : [],
  };
}

/** Pages that hold the words that any page holds; if each word is held, those that hold all but one, best first. */
async function partialMatches(
  search: Search,
  terms: readonly string[],
  held: readonly boolean[],
): Promise<Hit[]> {
  if (terms.length < 2 || terms.length > 6) return [];
  const selections = held.every(Boolean)
    ? terms.map((_, left) => terms.toSpliced(left, 1))
    : [terms.filter((_, i) => held[i])];
  const found = await Promise.all(selections.map((some) => search(some.join(" "))));
  return found.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
}

/** Pages of `NAMED_KINDS` among the first whose title holds every word, then the others, each in their order. */
async function namedByTitleFirst(hits: readonly Hit[], text: string): Promise<Hit[]> {
  const read = await Promise.all(hits.slice(0, TITLES_READ).map((hit) => hit.data()));
  const asked = words(text);
  const isNamed = (_: Hit, i: number) => {
    const { kind = "", title = "" } = read[i]?.meta ?? {};
    const inTitle = new Set(words(title));
    const names = new Set(words((title.match(/(?<=\s)\p{Lu}\S*|\d\S*/gu) ?? []).join(" ")));
    return (
      NAMED_KINDS.has(kind) &&
      asked.every((word) => inTitle.has(word)) &&
      asked.some((word) => names.has(word))
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

/** Kind of each page that matches and is of a kind with a weight, or an event. The texts, which say so too, are not loaded yet. */
async function kindsOf(
  search: Search,
  text: string,
  filters: Query["filters"],
): Promise<Map<string, string>> {
  const kinds = [...Object.keys(MAIN_KINDS), "Reason"];
  const answers = await Promise.all(kinds.map((kind) => search(text, { ...filters, kind })));
  return new Map(answers.flatMap(({ results }, i) => results.map(({ id }) => [id, kinds[i] ?? ""] as const)));
}

/** The page of a name, from among the first of its kind that match; undefined if the filters leave it out. */
async function namedHit(
  search: Search,
  text: string,
  filters: Query["filters"],
  { url, kind }: NamedPage,
): Promise<{ id: string; data: PagefindData } | undefined> {
  if (filters.kind && filters.kind !== kind) return undefined;
  const { results } = await search(text, { ...filters, kind });
  const first = await Promise.all(
    results.slice(0, 3).map(async ({ id, data }) => ({ id, data: await data() })),
  );
  const [page = ""] = url.split("#");
  return (
    first.find(({ data }) => data.url.endsWith(url)) ?? first.find(({ data }) => data.url.endsWith(page))
  );
}

/** Counts by filter. A filter that is set is counted as if it were not, so that a reader sees the other choices. */
async function countAll(
  search: Search,
  text: string,
  filters: Query["filters"],
  narrowed: Record<string, Record<string, number>>,
): Promise<Found["counts"]> {
  const counts = {} as Found["counts"];
  for (const name of FILTERS) {
    const { [name]: set, ...others } = filters;
    counts[name] = { ...(set ? (await search(text, others)).filters : narrowed)[name] };
  }
  return counts;
}

/** What is shown of a page; `section` is the address of the section that was asked for by name. */
function toResult(data: PagefindData, text: string, section = ""): Result {
  const title = smartenApostrophes(data.meta.title ?? data.url);
  const sections = data.sub_results.filter(
    (part) => part.url !== data.url && smartenApostrophes(part.title) !== title,
  );
  const weight = (part: PagefindData["sub_results"][number]) =>
    part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const best = [...data.sub_results].sort((a, b) => weight(b) - weight(a))[0];
  // A page whose title answers opens at its top, any other where most of the words are.
  const isInTitle = words(text).some((word) => words(title).includes(word));
  const named = data.sub_results.find(({ url }) => section.includes("#") && url.endsWith(section));
  const at = named ?? (best && !isInTitle ? best : data);
  return {
    title,
    url: withHighlight(at.url, text),
    kind: data.meta.kind ?? "",
    date: data.meta.date?.replaceAll("-", " "),
    excerpt: parseExcerpt(at.excerpt, title),
    summary: data.meta.summary ? (JSON.parse(data.meta.summary) as SummaryRun[]) : [],
    parts: sections
      .slice(0, 3)
      .map((part) => ({ title: smartenApostrophes(part.title), url: withHighlight(part.url, text) })),
  };
}

function withHighlight(url: string, text: string): string {
  const [page, anchor] = url.split("#");
  return `${page}?highlight=${encodeURIComponent(text)}${anchor ? `#${anchor}` : ""}`;
}
