import { expectDefined } from "../expect-defined.ts";
import { capitalize } from "../format/numbers.ts";
import { sentencesIn } from "../format/english.ts";
import { status } from "../yaml/fields.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { quoteWords, type Receipt } from "../ledger/receipts.ts";
import { namedApart, rankSources, sourcesByPublisher } from "../ledger/sources.ts";
import { describeReceipt } from "../phrases/answers.ts";
import { getSite } from "../site.ts";
import { type CitedRow, findCitedRow, isFact } from "./cited-rows.ts";
import { childrenOf, idsOf, type Node, parseMdx } from "./mdx.ts";

type Status = Event["status"];

/** The dot at the end of a paragraph, list item or cell, for all that it cites. */
export type CitationMark = ReturnType<typeof makeMark>;
export type PageCitations = ReturnType<typeof collectCitations>;

/** Sources named per row, from different newsrooms; the row’s own page lists all. */
const NAMED = 2;
const LEAST_FIRST: readonly Status[] = status.options.toReversed();

/** Words by which a text says that something is not confirmed, or gives both versions. */
const SAYS_STATUS: Readonly<Record<Status, RegExp>> = {
  confirmed: /(?:)/,
  alleged:
    /\b(?:alleg|accus|acquit|convict|suspic|suspect|charge[sd]?\b|indict|unfounded|falsif|not established)/i,
  disputed:
    /\b(?:disput|den(?:y|ies|ied)\b|contradict|disagree|contest|differ|reject|rule[sd] (?:it|that) out|others?\b|but\b|while\b|(?:al)?though\b|doubt|unclear|perhaps|estimate|fake|false|untrue|unfounded|not (?:known|established|confirmed|proved)|no check)/i,
  reported:
    /\b(?:sa(?:y|ys|id)|report(?:s|ed|edly)?|t(?:ells?|old)|according to|argue[sd]?|claim(?:s|ed)?|accounts?|opinions?|polls?|our (?:reading|sum|reckoning)|as we read it|we (?:had )?found|doubt(?:s|ed)|judge[sd]|estimate[sd]?|not known|is known to)\b|\b(?:wr(?:ites?|ote)|calls?|called|asks?|asked|f(?:inds?|ound)|counts?|counted)(?= (?:that|to)\b|[,.:;])/i,
};

/** The ids of components with nothing between them, and where they are in the text of their block. */
export interface Place {
  components: string[][];
  at: number;
}

interface Block {
  places: Place[];
  text: string;
}

/**
 * `citing`: components that cite, in reading order; the last one in a place has the part, the last one of a paragraph
 * the dot. `sources`: in the order of the list at the end of the page.
 */
export function collectCitations(ledger: Ledger, body: string) {
  const blocks = blocksIn(parseMdx(body)).filter(({ places }) => places.length > 0);
  const marks = blocks.map((block, i) => makeMark(ledger, block, i + 1));
  const citing = blocks.flatMap(({ places }, i) =>
    places.flatMap(({ components }, j) =>
      components.map((ids, k) => ({
        id: ids.join(" "),
        ...(k === components.length - 1 && {
          part: marks[i]?.parts[j],
          mark: j === places.length - 1 ? marks[i] : undefined,
        }),
      })),
    ),
  );
  const cited = marks.flatMap((mark) => mark.sources.map(({ id }) => id));
  return { citing, marks, sources: sourcesByPublisher(ledger, cited) };
}

function blocksIn(node: Node): Block[] {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell" || isFact(node))
    return [readBlock(node)];
  return childrenOf(node).flatMap(blocksIn);
}

/** `isRead` leaves out components whose words do not count. */
export function readBlock(root: Node, isRead: (node: Node) => boolean = () => true): Block {
  const block: Block = { places: [], text: "" };
  let isOpen = false;
  const read = (node: Node) => {
    if (!isRead(node)) return;
    if (isFact(node)) {
      node.children.forEach(read);
      if (isOpen) block.places.at(-1)?.components.push(idsOf(node));
      else block.places.push({ components: [idsOf(node)], at: block.text.length });
      isOpen = true;
    } else {
      if (node.type === "text") block.text += node.value;
      if (node.type === "tableCell") block.text += " ";
      const children = childrenOf(node);
      if (node !== root && children.length === 0 && (node.type !== "text" || node.value.trim()))
        isOpen = false;
      children.forEach(read);
    }
  };
  read(root);
  return block;
}

/** The text from the place before to the end of the sentence that ends at a place or goes on there. */
function textAt(text: string, from: number, to: number) {
  const end = text.slice(0, to).trimEnd().length;
  return sentencesIn(text.slice(from)).reduce(
    (kept, sentence) => (from + kept.length < end ? kept + sentence : kept),
    "",
  );
}

/** `number`: position among the dots of the page, from 1. */
function makeMark(ledger: Ledger, { places, text }: Block, number: number) {
  const parts = places.map(({ components, at }, i) => {
    const rows = components
      .flat()
      .map((id) => expectDefined(findCitedRow(ledger, id), `row \`${id}\` that a text can cite`));
    const once = [...new Set(rows)];
    const statuses = LEAST_FIRST.filter((status) => once.some((row) => row.status === status));
    const [least = "confirmed"] = statuses;
    const words = textAt(text, places[i - 1]?.at ?? 0, at);
    return {
      rows: once,
      /** The best of each row, each once. */
      sources: [...new Set(once.flatMap((row) => namedSources(ledger, row)))],
      /** Of the rows, least certain first. */
      statuses,
      /** The first of them, if it is not confirmed and the text does not say it. */
      unsaid: SAYS_STATUS[least].test(words) ? undefined : least,
    };
  });
  return { number, parts, sources: [...new Set(parts.flatMap(({ sources }) => sources))] };
}

/** A reader sees the words first, so a source with words is named before one without. */
function namedSources(ledger: Ledger, { row, receipts }: CitedRow): Source[] {
  const withWords = new Set(receipts.flatMap(({ id, not_found }) => (not_found ? [] : id)));
  const ranked = rankSources(ledger, row.sources).sort(
    (a, b) => Number(withWords.has(b.id)) - Number(withWords.has(a.id)),
  );
  return namedApart(ledger, ranked, NAMED);
}

export function takeCitation(
  { citing = [] }: Partial<PageCitations>,
  id: string,
): Omit<PageCitations["citing"][number], "id"> {
  const next = citing.shift();
  if (next?.id !== id)
    throw new Error(`"${id}" is not the next receipt of its page: expected ${JSON.stringify(next?.id)}`);
  return next;
}

export type Notes = ReturnType<typeof collectNotes>;
export type NotedSource = Notes["rows"][number]["sources"][number];

/**
 * `marks`: by dot, in reading order, the rows of each of its
 * parts, by their place in `rows`. `sources`: in the order of the list of the page, in which a source of a row has its
 * number, from 1. `remarks`: when words were seen, whose translation it is, and the meaning of a status.
 */
export function collectNotes(ledger: Ledger, { marks, sources: listed }: PageCitations) {
  const rows = [...new Set(marks.flatMap(({ parts }) => parts.flatMap((part) => part.rows)))];
  const remarks: string[] = [];
  const placeOf = (remark: string) =>
    remarks.includes(remark) ? remarks.indexOf(remark) : remarks.push(remark) - 1;
  const noteSource = (receipts: readonly Receipt[]) => {
    const found = receipts.filter(({ not_found }) => not_found === undefined);
    const about = receipts.map((receipt) => placeOf(describeReceipt(ledger, receipt)));
    return {
      ...(found.length > 0 && { words: found.map(noteWords) }),
      ...(about.length > 0 && { about: [...new Set(about)] }),
    };
  };
  return {
    marks: marks.map(({ parts }) => parts.map((part) => part.rows.map((row) => rows.indexOf(row)))),
    rows: rows.map((row) => {
      const named = namedSources(ledger, row);
      const all = row.row.sources.length;
      const term = row.status && row.status !== "confirmed" && getSite().labels.statuses[row.status];
      return {
        href: row.href,
        title: all > named.length ? `${row.title}: ${all} sources` : row.title,
        ...(term && { status: placeOf(`${capitalize(term.name)}: ${term.meaning}.`) }),
        sources: named.map((source) => ({
          source: listed.indexOf(source) + 1,
          ...noteSource(row.receipts.filter(({ id }) => id === source.id)),
        })),
      };
    }),
    sources: listed.map(({ title, about, lang, read }) => ({
      title: title ? `“${title}”.` : about ? `${about.replace(/\.$/, "")}.` : "",
      ...(title && lang !== "en" && { lang }),
      ...(read === "part" && { extent: "An excerpt was read." }),
    })),
    remarks,
  };
}

function noteWords({ words, lang, english }: Receipt) {
  return {
    ...(words && { words: quoteWords(words) }),
    ...(lang !== "en" && { lang }),
    ...(english && { english: quoteWords(english) }),
  };
}
