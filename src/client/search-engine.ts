import { normalise } from "../search/normalise.ts";
import { type BestBet, type Spellings, spell, suggest } from "../search/spelling.ts";

/** Part of a page that matches. */
export interface SubResult {
  title: string;
  url: string;
  /** HTML with <mark> around the words found; made by Pagefind, which escapes the text. */
  excerpt: string;
}

/** A page that matches. */
export interface Result extends SubResult {
  kind: string;
  date: string | undefined;
  parts: SubResult[];
}

/** What a search found. */
export interface Found {
  /** All pages that match, best first; each is loaded on demand. */
  total: number;
  load(from: number, to: number): Promise<Result[]>;
  /** Pages by kind, for the choice of a filter. */
  kinds: Record<string, number>;
  /** The words that were searched for, if they differ from what was typed. */
  searchedFor: string | undefined;
  /** Spellings that may have been meant, if nothing was found. */
  didYouMean: string[];
}

interface PagefindData {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string | null,
    options?: Record<string, unknown>,
  ): Promise<{
    results: { id: string; data(): Promise<PagefindData> }[];
    filters: Record<string, Record<string, number>>;
    unfilteredResultCount: number;
  }>;
}

const BASE = import.meta.env.BASE_URL.replace(/\/$/, "");
let ready: Promise<{ pagefind: Pagefind; spellings: Spellings }> | undefined;

/** Fetches engine, index and spellings, once; call it at the first sign that somebody will search. */
export function warmUp(): Promise<{ pagefind: Pagefind; spellings: Spellings }> {
  ready ??= Promise.all([
    loadPagefind(),
    fetch(`${BASE}/search/spellings.json`).then((response) => response.json() as Promise<Spellings>),
  ]).then(([pagefind, spellings]) => ({ pagefind, spellings }));
  ready.catch(() => (ready = undefined));
  return ready;
}

async function loadPagefind(): Promise<Pagefind> {
  const url = `${BASE}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({ baseUrl: `${BASE}/`, excerptLength: 24, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/** Weights chosen by the relevance table; see docs/decisions/. */
const RANKING = { termFrequency: 0.4, pageLength: 0.3, termSaturation: 1.2, termSimilarity: 1.2, metaWeights: { title: 8, also: 6 } };

/** Below this many results, pages that hold all words but one are added. */
const FEW = 4;

type Hits = Awaited<ReturnType<Pagefind["search"]>>["results"];

/**
 * Searches all pages, or those of one kind. A query that is a name and nothing else brings the page of that name first.
 * Rejects if the index cannot be loaded.
 */
export async function search(typed: string, kind?: string): Promise<Found> {
  const { pagefind, spellings } = await warmUp();
  const query = normalise(typed.trim());
  const spelt = spell(query, spellings.variants);
  const options = kind ? { filters: { kind: [kind] } } : {};
  const answer = await pagefind.search(spelt, options);
  const hits =
    answer.results.length < FEW
      ? [...answer.results, ...(await withOneWordLess(pagefind, spelt, options, answer.results))]
      : answer.results;
  const named = spellings.bets[spelt.toLowerCase()];
  const bet = named && (!kind || named.kind === kind) ? named : undefined;
  return {
    total: Math.max(hits.length, bet ? 1 : 0),
    load: async (from, to) => {
      const results = (await Promise.all(hits.slice(from, to).map((hit) => hit.data()))).map(toResult);
      if (!bet) return results;
      const others = results.filter((result) => pathOf(result.url) !== pathOf(bet.url));
      return from === 0 ? [betResult(bet), ...others] : others;
    },
    kinds: answer.filters.kind ?? {},
    searchedFor: spelt.toLowerCase() === query.toLowerCase() ? undefined : spelt,
    didYouMean: hits.length === 0 && !bet ? suggest(query, spellings.variants) : [],
  };
}

/** Pages that hold all words of the query but one, those without the commonest-looking (shortest) word first. */
async function withOneWordLess(pagefind: Pagefind, query: string, options: Record<string, unknown>, known: Hits): Promise<Hits> {
  const words = query.split(/\s+/);
  if (words.length < 2 || words.length > 6) return [];
  const shorter = [...words.keys()]
    .sort((a, b) => words[a]!.length - words[b]!.length)
    .map((left) => words.filter((_, i) => i !== left).join(" "));
  const seen = new Set(known.map((hit) => hit.id));
  const added: Hits = [];
  for (const attempt of shorter) {
    for (const hit of (await pagefind.search(attempt, options)).results) {
      if (!seen.has(hit.id)) added.push(hit);
      seen.add(hit.id);
    }
  }
  return added;
}

function betResult(bet: BestBet): Result {
  return {
    title: bet.title,
    url: bet.url,
    kind: bet.kind,
    date: undefined,
    excerpt: bet.text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
    parts: [],
  };
}

function pathOf(url: string): string {
  return new URL(url, location.href).pathname;
}

function toResult(data: PagefindData): Result {
  const title = data.meta.title ?? data.url;
  const parts = data.sub_results.filter((part) => part.url !== data.url && part.title !== title).slice(0, 3);
  return { title, url: data.url, excerpt: data.excerpt, kind: data.meta.kind ?? "", date: data.meta.date, parts };
}
