import { asOneWord, dayIn, sayDay } from "./days.ts";
import { curl, type Excerpt, takeApart } from "./excerpt.ts";
import { normalise } from "./normalise.ts";
import { type Filter, FILTERS, type Query } from "./query.ts";
import { type Bet, betKey, correct, type Spellings, spell, suggest } from "./spelling.ts";
import { withoutCommon, words } from "./words.ts";
import { required } from "../required.ts";

/** A page, or a part of one, that matches. */
export interface Result {
  title: string;
  /** With `?highlight=`, so that the page can mark what was found. */
  url: string;
  kind: string;
  date: string | undefined;
  excerpt: Excerpt;
  /** Sections of the page that match. */
  parts: { title: string; url: string }[];
}

/** What a search found. */
export interface Found {
  /** How many pages hold every word. */
  total: number;
  /** How many more hold all but one, where few hold every word. They follow the others. */
  looser: number;
  /** Those that were asked for. */
  results: Result[];
  /** Pages by value, for each filter, if that filter alone were changed. */
  counts: Record<Filter, Record<string, number>>;
  /** Pages that match if no filter is set. */
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

/** Weights that differ from Pagefind's own, chosen by the relevance table; see docs/decisions/. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3 };

/** Below this many results, pages that hold all words but one are added. */
const FEW = 4;

const NOTHING: Awaited<ReturnType<Engine["search"]>> = { results: [], filters: {}, unfilteredResultCount: 0 };

/** The words that a query is searched by: normalised, declared names in the site's spelling, without what every page has. */
export function searchText(typed: string, { variants }: Spellings): string {
  return withoutCommon(spell(normalise(typed.trim()), variants));
}

/**
 * Results `from` (included) to `to` (left out) of a query. A word that no page holds is corrected or left out. What a query has
 * in quotation marks must stand so; pages of a day that it names come first, then the day. A name or a question and nothing else
 * brings the page of that name, or the section of that question, first. Undefined if it is no longer wanted when the pages are
 * known and their texts are still to be fetched. Rejects if a part of the index cannot be loaded.
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
  const isHeld = async (word: string) => (await search(`"${word}"`, {})).unfilteredResultCount > 0;

  const typed = normalise(query.text.trim()).replace(/[“”]/g, '"');
  const asked = await correct(spell(sayDay(typed), spellings.variants), spellings.variants, isHeld);
  const text = withoutCommon(asked.replaceAll('"', ""));
  const phrase = /"[^"]+"/.exec(asked)?.[0];
  const day = phrase || byDate ? undefined : dayIn(text);
  const closer = phrase ?? (day && text.replace(day, asOneWord(day)));
  // Pagefind shortens a word that no page holds to any beginning of it. The last one may be unfinished.
  const terms = text.split(/\s+/).filter((term) => /[\p{L}\d]/u.test(term));
  const held = await Promise.all(terms.map((term, i) => i === terms.length - 1 || isHeld(term)));
  const answer = held.every(Boolean) ? await search(text) : NOTHING;
  const close = closer ? await search(closer) : answer;
  const days =
    day && !filters.kind ? (await search(asOneWord(day), { ...filters, kind: "Day" })).results : [];
  // Pagefind sorts only what has a date; the rest follows.
  const undated = byDate ? (await engine.search(text, { filters, sort: {} })).results : [];
  const all = distinct([...answer.results, ...undated]);
  // Pagefind gives phrases no order: what holds one, or is of the day, stands in the order that its words give it.
  const near = [...all.filter(({ id }) => close.results.some((hit) => hit.id === id)), ...days];
  const strict = phrase ? near : distinct([...near, ...all]);
  const hits =
    strict.length < FEW ? distinct([...strict, ...(await withFewerWords(search, terms, held))]) : strict;
  if (!isWanted()) return undefined;
  // Own keys only: a reader may search for “constructor”.
  const betOf = (name: string) => (Object.hasOwn(spellings.bets, name) ? spellings.bets[name] : undefined);
  const bet = [typed, asked, text].map((name) => betOf(betKey(name))).find((found) => found);
  const [best, around] = await Promise.all([
    byDate || !bet ? undefined : bestBet(search, text, filters, bet),
    // A best bet moves what stands before it down by one.
    Promise.all(
      hits.slice(Math.max(0, from - 1), to).map(async (hit) => ({ id: hit.id, data: await hit.data() })),
    ),
  ]);
  const ordered = best
    ? [best.id, ...hits.map(({ id }) => id).filter((id) => id !== best.id)]
    : hits.map(({ id }) => id);
  const byId = new Map([...around, ...(best ? [best] : [])].map(({ id, data }) => [id, data]));
  const total = best && !strict.some(({ id }) => id === best.id) ? strict.length + 1 : strict.length;
  const counted = phrase ? close : answer;
  return {
    total,
    looser: ordered.length - total,
    results: ordered
      .slice(from, to)
      .map((id) =>
        toResult(required(byId.get(id), `page ${id}`), text, id === best?.id ? bet?.url : undefined),
      ),
    counts: await countAll(search, phrase ?? text, filters, counted.filters),
    unfiltered: counted.unfilteredResultCount,
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
    didYouMean: ordered.length === 0 ? suggest(typed, spellings.variants) : [],
  };
}

type Search = (text: string, filters?: Query["filters"]) => ReturnType<Engine["search"]>;

/** Pages that hold the words that are held by any; of a query whose words all are, those that hold all but one, best first. */
async function withFewerWords(
  search: Search,
  terms: readonly string[],
  held: readonly boolean[],
): Promise<Hit[]> {
  if (terms.length < 2 || terms.length > 6) return [];
  const lefts = held.every(Boolean)
    ? terms.map((_, left) => terms.toSpliced(left, 1))
    : [terms.filter((_, i) => held[i])];
  const found = await Promise.all(lefts.map((some) => search(some.join(" "))));
  return found.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
}

/** Each page once, where it stands first. */
function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The page of a best bet, from among the first of its kind that match; undefined if the filters leave it out. */
async function bestBet(
  search: Search,
  text: string,
  filters: Query["filters"],
  { url, kind }: Bet,
): Promise<{ id: string; data: PagefindData } | undefined> {
  if (filters.kind && filters.kind !== kind) return undefined;
  const { results } = await search(text, { ...filters, kind });
  const first = await Promise.all(
    results.slice(0, 3).map(async ({ id, data }) => ({ id, data: await data() })),
  );
  const [page = ""] = url.split("#");
  return first.find(({ data }) => data.url.endsWith(url) || data.url.endsWith(page));
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
    counts[name] = (set ? (await search(text, others)).filters : narrowed)[name] ?? {};
  }
  return counts;
}

/** What is shown of a page; `asked` is the address of what a best bet leads to, which may be a section of it. */
function toResult(data: PagefindData, text: string, asked = ""): Result {
  const title = curl(data.meta.title ?? data.url);
  const sections = data.sub_results.filter((part) => part.url !== data.url && curl(part.title) !== title);
  const weight = (part: PagefindData["sub_results"][number]) =>
    part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const best = [...data.sub_results].sort((a, b) => weight(b) - weight(a))[0];
  // A page whose title answers opens at its top, any other where most of the words stand.
  const inTitle = words(text).some((word) => words(title).includes(word));
  const section = data.sub_results.find(({ url }) => asked.includes("#") && url.endsWith(asked));
  const at = section ?? (best && !inTitle ? best : data);
  return {
    title,
    url: withHighlight(at.url, text),
    kind: data.meta.kind ?? "",
    date: data.meta.date?.replaceAll("-", " "),
    excerpt: takeApart(at.excerpt),
    parts: sections
      .slice(0, 3)
      .map((part) => ({ title: curl(part.title), url: withHighlight(part.url, text) })),
  };
}

function withHighlight(url: string, text: string): string {
  const [page, anchor] = url.split("#");
  return `${page}?highlight=${encodeURIComponent(text)}${anchor ? `#${anchor}` : ""}`;
}
