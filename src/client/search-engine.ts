import { normalise } from "../search/normalise.ts";
import { type Variants, spell, suggest } from "../search/spelling.ts";

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
    results: { data(): Promise<PagefindData> }[];
    filters: Record<string, Record<string, number>>;
    unfilteredResultCount: number;
  }>;
}

const BASE = import.meta.env.BASE_URL.replace(/\/$/, "");
let ready: Promise<{ pagefind: Pagefind; variants: Variants }> | undefined;

/** Fetches engine, index and spellings, once; call it at the first sign that somebody will search. */
export function warmUp(): Promise<{ pagefind: Pagefind; variants: Variants }> {
  ready ??= Promise.all([
    loadPagefind(),
    fetch(`${BASE}/search/spellings.json`).then((response) => response.json() as Promise<Variants>),
  ]).then(([pagefind, variants]) => ({ pagefind, variants }));
  ready.catch(() => (ready = undefined));
  return ready;
}

async function loadPagefind(): Promise<Pagefind> {
  const url = `${BASE}/pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({ baseUrl: `${BASE}/`, excerptLength: 24, highlightParam: "highlight", ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

/** Weights chosen by the relevance table; see docs/decisions/. */
const RANKING = { termFrequency: 0.4, pageLength: 0.3, termSaturation: 1.2, termSimilarity: 1.2, metaWeights: { title: 8, also: 6 } };

/** Searches all pages, or those of one kind. Rejects if the index cannot be loaded. */
export async function search(typed: string, kind?: string, sort?: "date"): Promise<Found> {
  const { pagefind, variants } = await warmUp();
  const query = normalise(typed.trim());
  const spelt = spell(query, variants);
  const options = { ...(kind ? { filters: { kind: [kind] } } : {}), ...(sort ? { sort: { date: "desc" } } : {}) };
  const answer = await pagefind.search(spelt, options);
  return {
    total: answer.results.length,
    load: async (from, to) => (await Promise.all(answer.results.slice(from, to).map((result) => result.data()))).map(toResult),
    kinds: answer.filters.kind ?? {},
    searchedFor: spelt.toLowerCase() === query.toLowerCase() ? undefined : spelt,
    didYouMean: answer.results.length === 0 ? suggest(query, variants) : [],
  };
}

function toResult(data: PagefindData): Result {
  const title = data.meta.title ?? data.url;
  const parts = data.sub_results.filter((part) => part.url !== data.url && part.title !== title).slice(0, 3);
  return { title, url: data.url, excerpt: data.excerpt, kind: data.meta.kind ?? "", date: data.meta.date, parts };
}
