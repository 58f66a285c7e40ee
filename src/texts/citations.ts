import { formatDate } from "../format/dates.ts";
import { capitalize, plural } from "../format/numbers.ts";
import { status } from "../ledger/fields.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { quoteWords, type Receipt } from "../ledger/receipts.ts";
import { translatorName } from "../phrases/answers.ts";
import { namedApart, rankSources, sourcesByPublisher } from "../ledger/sources.ts";
import { expectDefined } from "../expect-defined.ts";
import { childrenOf, type Component, idsOf, type Node, parseMdx } from "./mdx.ts";
import { getSite } from "../site.ts";
import { type CitedRow, findCitedRow, isCiting } from "./cited-rows.ts";

type Status = Event["status"];

/** One symbol after a sentence for all its sources. */
export interface CitationMark {
  /** Position among the symbols of the page, from 1. */
  number: number;
  /** Best first: the best of each row. */
  sources: Source[];
  rows: CitedRow[];
  /** Statuses of the rows, least certain first. */
  statuses: Status[];
  /** Words of the sources, in the order of the rows. */
  receipts: readonly Receipt[];
}

export interface PageCitations {
  /** In reading order; only the last component after a sentence has the mark. */
  citing: { id: string; mark: CitationMark | undefined }[];
  marks: CitationMark[];
  /** Each source once, in the order of the list at the end of the page. */
  sources: Source[];
}

/** Sources named per row, from different newsrooms; the row’s own page lists all. */
const NAMED = 2;
const LEAST_FIRST: readonly Status[] = status.options.toReversed();

/** Citations in an MDX body without frontmatter. Throws if an id does not exist. */
export function collectCitations(ledger: Ledger, body: string): PageCitations {
  const runs: Run[] = [];
  findRuns(parseMdx(body), runs);
  const marks = runs.map((run, i) => makeMark(ledger, run, i + 1));
  const citing = runs.flatMap((run, i) =>
    run.map((component) => ({
      id: idsOf(component).join(" "),
      mark: component === run.at(-1) ? marks[i] : undefined,
    })),
  );
  const cited = marks.flatMap((mark) => mark.sources.map(({ id }) => id));
  return { citing, marks: marks, sources: sourcesByPublisher(ledger, cited) };
}

/** Citing components with no text between them. */
type Run = (Component & { name: string })[];

/** A component that covers words starts a new run. */
function findRuns(node: Node, runs: Run[]): void {
  let open: Run | undefined;
  for (const child of childrenOf(node)) {
    if (isCiting(child)) {
      if (open && child.children.length === 0) open.push(child);
      else runs.push((open = [child]));
    } else if (child.type !== "text" || child.value.trim() !== "") open = undefined;
    findRuns(child, runs);
  }
}

function makeMark(ledger: Ledger, run: Run, number: number): CitationMark {
  const cited = run.flatMap((component) =>
    idsOf(component).map((id) =>
      expectDefined(findCitedRow(ledger, component.name, id), `the row \`${id}\``),
    ),
  );
  const named = cited.flatMap((row) => {
    // A reader sees the words first, so a source with words is named before one without.
    const withWords = new Set(row.receipts.flatMap(({ id, not_found }) => (not_found ? [] : id)));
    const ranked = rankSources(ledger, row.row.sources).sort(
      (a, b) => Number(withWords.has(b.id)) - Number(withWords.has(a.id)),
    );
    return namedApart(ledger, ranked, NAMED).map(({ id }) => id);
  });
  const statuses = new Set(cited.map(({ status }) => status));
  return {
    number,
    sources: rankSources(ledger, [...new Set(named)]),
    rows: cited,
    statuses: LEAST_FIRST.filter((status) => statuses.has(status)),
    receipts: cited.flatMap(({ receipts }) => receipts),
  };
}

/**
 * Takes the mark of the next citing component from `citing`; undefined if a later one carries it. Throws if
 * `id` is not the next.
 */
export function takeMark({ citing = [] }: Partial<PageCitations>, id: string): CitationMark | undefined {
  const next = citing.shift();
  if (next?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(next?.id)}`);
  return next.mark;
}

/** Popover texts, fetched when the first popover opens. */
export interface Notes {
  /** By mark, in reading order. */
  marks: {
    status: string[];
    rows: [href: string, title: string][];
    /** By number of the source in the list of the page. */
    words: { source: number; words?: string; lang?: string; english?: string; about: string }[];
  }[];
  /** By source. */
  sources: { title: string; /** Of the title, if it is not English. */ lang?: string; extent?: string }[];
}

export function collectNotes(ledger: Ledger, { marks, sources: listed }: PageCitations): Notes {
  const numbers = new Map(listed.map(({ id }, i) => [id, i + 1]));
  return {
    marks: marks.map(({ statuses, rows, sources, receipts }) => ({
      words: receipts.flatMap(({ id, words, lang, english, ...receipt }) => {
        const source = numbers.get(id);
        if (source === undefined) return [];
        const shown = {
          ...(words && { words: quoteWords(words) }),
          ...(lang !== "en" && { lang }),
          ...(english && { english: quoteWords(english) }),
        };
        return { source, ...shown, about: describeReceipt(ledger, receipt) };
      }),
      status: statuses.map((status) => {
        const { name, meaning } = getSite().labels.statuses[status];
        return `${capitalize(name)}: ${meaning}.`;
      }),
      rows: rows.map(({ href, title, row }) => {
        const shown = new Set(sources.map((source) => source.id));
        return [
          href,
          row.sources.every((source) => shown.has(source))
            ? title
            : `${title}: all ${plural(row.sources.length, "source")}`,
        ];
      }),
    })),
    sources: listed.map(({ title, about, lang, read }) => ({
      title: title ? `“${title}”.` : about ? `${about}.` : "",
      ...(title && lang !== "en" && { lang }),
      ...(read === "part" && { extent: "An excerpt was read." }),
    })),
  };
}

/** “Words seen on 29 November 2026; our translation.” or “The words were not found again on …”. */
function describeReceipt(
  ledger: Ledger,
  { translated_by, seen, not_found }: Pick<Receipt, "translated_by" | "seen" | "not_found">,
): string {
  if (not_found)
    return `We looked for this page again on ${formatDate(not_found)} and did not find its words.`;
  const translation = translated_by ? `, translated by ${translatorName(ledger, translated_by)}` : "";
  return `Seen on ${formatDate(seen ?? "")}${translation}.`;
}
