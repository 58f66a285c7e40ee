import type { Ledger, Publisher, Source } from "./ledger.ts";
import { get } from "./lookup.ts";
import { originOf, standing } from "./standing.ts";
import { itemAt } from "../required.ts";

/** The publisher that stands for outlets which a page does not name. */
const UNNAMED = "unnamed";

/** Name of the publisher of a source. */
export function publisherName(ledger: Ledger, { publisher }: Pick<Source, "publisher">): string {
  return get(ledger, "publishers", publisher).name;
}

/** Names of those whose work a page carries, the origin first; the publisher itself and outlets without a name are none. */
function relayed(ledger: Ledger, { publisher, relays }: Source): string[] {
  return relays
    .filter((id) => id !== publisher && id !== UNNAMED)
    .map((id) => get(ledger, "publishers", id).name);
}

/** Name of a receipt in full: "AP", "Financial Times via Belga", "Telescroll, a digest". */
export function receiptLabel(ledger: Ledger, source: Source): string {
  const names = relayed(ledger, source);
  const name = publisherName(ledger, source);
  if (names.length > 0) return `${names.join(", ")} via ${name}`;
  return originOf(source) === UNNAMED ? `${name}, a digest` : name;
}

/** Name of a receipt in running text: whose work it is, or who published it where that is not said. */
export function shortLabel(ledger: Ledger, source: Source): string {
  return relayed(ledger, source)[0] ?? publisherName(ledger, source);
}

/** Whose work a page carries, in words: "carrying Reuters", "a digest"; undefined where it is the publisher's own. */
export function carries(ledger: Ledger, source: Source): string | undefined {
  const names = relayed(ledger, source);
  if (names.length > 0) return `carrying ${names.join(", ")}`;
  return originOf(source) === UNNAMED ? "a digest" : undefined;
}

/** How a page was read, in words; undefined for an excerpt, as nearly all were read: lists say so once. */
export function howRead({ seen }: Pick<Source, "seen">): string | undefined {
  return { whole: "read whole", part: undefined, headline: "headline only" }[seen];
}

/** Kinds of those who did the reporting, in the order in which receipts name them. */
const RANK: Readonly<Record<Publisher["kind"], number>> = {
  "official-body": 0,
  agency: 1,
  "newsroom-of-record": 2,
  newsroom: 3,
  broadcaster: 3,
  research: 3,
  speaker: 4,
  regional: 5,
  aggregator: 6,
};

/** Pages that say less, whosever work they carry: retellings in digests and local outlets, and states speaking for themselves. */
function weakness(ledger: Ledger, source: Source): number {
  const worth = standing(ledger, source);
  if (worth === "state-controlled") return 2;
  if (worth === "copy") return 0;
  const { kind } = get(ledger, "publishers", source.publisher);
  return kind === "aggregator" || originOf(source) === UNNAMED || (kind === "regional" && worth === "relay")
    ? 1
    : 0;
}

/** Places of a receipt by weakness of the page, kind of the origin, and whether the page is its own. */
function places(ledger: Ledger, source: Source): number[] {
  const { kind } = get(ledger, "publishers", originOf(source));
  return [weakness(ledger, source), RANK[kind], source.relays.length > 0 ? 1 : 0];
}

/**
 * The sources with these ids, those first whose reporting comes from official bodies, agencies and newsrooms of record, weak
 * pages last; and one an origin first: pages that carry the same newsroom's work come after all others.
 */
export function receipts(ledger: Ledger, ids: readonly string[]): Source[] {
  const sources = ids
    .map((id) => get(ledger, "sources", id))
    .map((source) => ({ source, places: places(ledger, source) }))
    .sort(
      (a, b) =>
        a.places.map((place, i) => place - itemAt(b.places, i)).find((difference) => difference !== 0) ?? 0,
    );
  const seen = new Set<string>();
  const first: Source[] = [];
  const later: Source[] = [];
  for (const { source } of sources) {
    (seen.has(originOf(source)) ? later : first).push(source);
    seen.add(originOf(source));
  }
  return [...first, ...later];
}

/** The first of these sources that have different names in running text, at most `count` of them. */
export function namedApart(ledger: Ledger, sources: readonly Source[], count: number): Source[] {
  const names = sources.map((source) => shortLabel(ledger, source));
  return sources.filter((_, i) => names.indexOf(itemAt(names, i)) === i).slice(0, count);
}

/** How many independent origins stand behind these sources: a page counts for the first whose work it names. */
export function countOrigins(ledger: Ledger, ids: readonly string[]): number {
  return new Set(ids.map((id) => originOf(get(ledger, "sources", id)))).size;
}

export interface AnswerReceipts {
  answers: number;
  /** Those with an official or original page, or a copy of an agency or newsroom of record. */
  carried: number;
  /** Those with two independent origins or more. */
  twoOrigins: number;
}

/** Counts the answers of all drafts by what they stand on. */
export function countReceiptsOfAnswers(ledger: Ledger): AnswerReceipts {
  const all = ledger.provisions.map(({ sources }) => sources);
  return {
    answers: all.length,
    carried: all.filter((ids) => ids.some((id) => isFirstHand(ledger, id))).length,
    twoOrigins: all.filter((ids) => countOrigins(ledger, ids) >= 2).length,
  };
}

/** Whether a page is that of those who know or report: the body itself, a publisher’s own work, or a copy word for word. */
function isFirstHand(ledger: Ledger, id: string): boolean {
  return ["official", "original", "copy"].includes(standing(ledger, get(ledger, "sources", id)));
}
