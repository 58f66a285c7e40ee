import { getOrInsert } from "../expect-defined.ts";
import { isContentWord, isNegation } from "../ledger/words.ts";
import { dateAsWord, dayIn, monthIn, normalizeDates } from "./days.ts";
import { keyOfEntry, type nameMatcher, stemsOf } from "./names.ts";
import {
  correct,
  normalize,
  parseExcerpt,
  smartenApostrophes,
  type Variants,
  withoutCommon,
} from "./words.ts";

export interface Query {
  text: string;
  kind: string;
  /** Latest first; otherwise by relevance. */
  byDate: boolean;
}

/** Reads a query from an address: `?q=veto&kind=Event&sort=date`. Unknown parameters are ignored. */
export function parseQuery(parameters: URLSearchParams): Query {
  const { q = "", kind = "", sort } = Object.fromEntries(parameters);
  return { text: q, kind, byDate: sort === "date" };
}

export function formatQuery({ text, kind, byDate }: Query): URLSearchParams {
  return new URLSearchParams({
    ...(text && { q: text }),
    ...(kind && { kind }),
    ...(byDate && { sort: "date" }),
  });
}

/** Pages that lack one of the words are added if they rank above this many that have all. */
const FEW_RESULTS = 3;
/** Entries that the query may name, the best ones, and how much of it the least of them has to have. */
const MOST_NAMED = 20;
const LEAST_NAMED = 0.4;
/** What a name weighs beside all words of a text. */
const NAME_WEIGHT = 2.5;
/** Of a page of the month of the query. */
const OF_MONTH = 0.3;
/** Differ from Pagefind’s defaults: docs/decisions/004-own-search-interface.md. */
export const RANKING = { termFrequency: 0.4, pageLength: 0.3, metaWeights: { title: 10 } };

/** First and last answer of a clause. */
export interface Summary {
  first: string;
  last: string;
  isOpen: boolean;
}

export interface Result {
  title: string;
  lang: string;
  url: string;
  kind: string;
  date: string | undefined;
  /** Plain and matching pieces alternate. */
  excerpt: string[];
  summary: Summary | undefined;
}

export interface Found {
  total: number;
  /** Pages that lack one of the words, added if `total` is small. */
  partialMatches: number;
  /** Words that no page has: where pages are found, they have words that begin alike. */
  unknown: string[];
  results: Result[];
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
    options: { filters: Record<string, string>; sort: Record<string, string> },
  ): Promise<{ results: SearchHit[] }>;
}

export interface Knowledge {
  variants: Variants;
  rankNames: ReturnType<typeof nameMatcher>;
}

/**
 * Pages with a quoted
 * phrase or of a named day come first; then count the words of the query in the text, and the more in the name.
 */
export async function searchSite(
  engine: Engine,
  { variants, rankNames }: Knowledge,
  { text: query, kind, byDate }: Query,
  from: number,
  to: number,
): Promise<Found> {
  const search = async (text: string, filters: Record<string, string> = kind ? { kind } : {}, sort = {}) =>
    (await engine.search(text, { filters, sort })).results;
  const isKnown = async (word: string) => (await search(`"${word}"`, {})).length > 0;
  const unknown = new Set<string>();
  /** Pagefind takes the longest beginning for a word that it does not know: “with” for “withdrwal”. */
  const searchTerm = async (term: string) => {
    // “May” alone is another word.
    if (term === "May" && month.startsWith(term)) {
      const hits = [...(await search(`"${month}"`)), ...(await search(dateAsWord(month)))];
      return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
    }
    const hits = await search(term);
    if (await isKnown(term)) return hits;
    const [word = ""] = /^\p{L}+(?=\P{L}*$)/u.exec(term) ?? [];
    const [, marked = word] = (await hits[0]?.data())?.excerpt.split("<mark>") ?? [];
    if (!marked.toLowerCase().startsWith(word.toLowerCase())) unknown.add(word);
    const beginnings = Array.from(term, (_, i) => term.slice(0, i));
    const common = beginnings.findLast((word) => !isContentWord(word) || isNegation(word));
    if (!common) return hits;
    return (await search(`"${common}"`)).length === hits.length ? [] : hits;
  };

  const typed = normalize(query.trim()).replace(/[“”]/g, '"');
  const asked = await correct(normalizeDates(typed), variants, isKnown);
  const day = byDate ? undefined : dayIn(asked);
  const month = monthIn(asked) ?? "";
  const text = withoutCommon(asked.replaceAll('"', ""));
  const terms = text.split(/\s+/).filter((term) => /[\p{L}\d]/u.test(term));
  const phrase = /"[^"]+"/.exec(asked)?.[0];
  const narrower = phrase ?? day;
  const near = phrase ?? dateAsWord(day ?? month);
  const nameAsked = byDate || narrower ? "" : asked.replace(new RegExp(month, "i"), "");
  const named = rankNames(nameAsked).slice(0, MOST_NAMED);

  const [close, dated, byName, byTerm] = await Promise.all([
    near ? search(near) : [],
    // Pagefind sorts only pages with a date; the others follow.
    byDate ? search(text, undefined, { date: "desc" }) : [],
    Promise.all(named.map(({ entry }) => search(keyOfEntry(entry)))),
    Promise.all(terms.map(searchTerm)),
  ]);

  const ranks = new Map<string, { hit: SearchHit; text: number; terms: number[]; name: number }>();
  const rankOf = (hit: SearchHit) => getOrInsert(ranks, hit.id, () => ({ hit, text: 0, terms: [], name: 0 }));
  for (const [term, hits] of byTerm.entries())
    for (const hit of hits) {
      const rank = rankOf(hit);
      rank.text += hit.score;
      rank.terms.push(term);
    }
  // A word says the more the fewer pages have it.
  const rarity = byTerm.map(({ length }) => Math.log(1 + ranks.size / Math.max(length, 1)));
  const weigh = (terms: readonly number[]) => terms.reduce((sum, term) => sum + (rarity[term] ?? 0), 0);
  const whole = weigh([...terms.keys()]);
  const hitOf = new Map(byName.map(([hit], i) => [named[i]?.entry, hit]));
  const idsOf = new Map(
    terms.map((term, i) => [stemsOf(term).trim(), new Set(byTerm[i]?.map(({ id }) => id))]),
  );
  const hasWord = (entry: number, stem: string) => idsOf.get(stem)?.has(hitOf.get(entry)?.id ?? "") ?? false;
  for (const { entry, score } of rankNames(nameAsked, hasWord)) {
    const hit = hitOf.get(entry);
    if (hit) rankOf(hit).name = score;
  }
  const closeIds = new Set(close.map(({ id }) => id));
  const best = byTerm.reduce((sum, [hit]) => sum + (hit?.score ?? 0), 0) || 1;
  const score = ({ hit, text, terms: found, name }: ReturnType<typeof rankOf>) =>
    (closeIds.has(hit.id) ? (narrower ? 2 * NAME_WEIGHT : OF_MONTH) : 0) +
    (0.3 + (0.7 * text) / best) * (weigh(found) / whole) ** 2 +
    NAME_WEIGHT * name ** 2.75;
  const order = new Map(dated.map(({ id }, i) => [id, i]));
  const ranked = [...ranks.values()]
    .map((rank) => ({ ...rank, score: score(rank) }))
    .sort(
      (a, b) => (order.get(a.hit.id) ?? Infinity) - (order.get(b.hit.id) ?? Infinity) || b.score - a.score,
    );
  const isStrict = ({ hit, terms: found, name }: (typeof ranked)[number]) =>
    phrase
      ? closeIds.has(hit.id)
      : name >= LEAST_NAMED || (found.length === terms.length && unknown.size === 0);
  const strict = ranked.filter(isStrict);
  const least = strict.map(({ score }) => score).sort((a, b) => b - a)[FEW_RESULTS - 1] ?? 0;
  const shown = phrase ? strict : ranked.filter((rank) => isStrict(rank) || rank.score > least);
  return {
    total: strict.length,
    partialMatches: shown.length - strict.length,
    unknown: [...unknown],
    results: await Promise.all(shown.slice(from, to).map(async ({ hit }) => toResult(await hit.data()))),
    searchedFor: asked.toLowerCase() === typed.toLowerCase() ? undefined : asked,
  };
}

function toResult({ url, excerpt: markup, meta }: PagefindData): Result {
  const title = smartenApostrophes(meta.title ?? url);
  return {
    title,
    lang: meta.lang ?? "en",
    url,
    kind: meta.kind ?? "",
    date: meta.date?.replaceAll("-", " "),
    excerpt: parseExcerpt(markup, title),
    summary: meta.summary ? (JSON.parse(meta.summary) as Summary) : undefined,
  };
}
