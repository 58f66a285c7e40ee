import type { Embeddable } from "../charts/view.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { namedApart, publisherName, receiptLabel, receipts } from "../ledger/sources.ts";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";

/** Something published, as somebody cites it. */
export interface Work {
  /** "Chart" or "Clause". */
  what: string;
  /** Key in a bibliography, ASCII. */
  key: string;
  title: string;
  /** Last day that it covers, ISO. */
  coveredUntil: string;
  url: string;
}

/** A chart or a clause as a work to cite. `through`: last day covered, ISO. */
export function workOf(embed: Embeddable, through: string): Work {
  return {
    what: embed.what === "chart" ? "Chart" : "Clause",
    key: `draft-by-draft-${slugOf(embed)}`,
    title: embed.title,
    coveredUntil: through,
    url: absolute(embed.path),
  };
}

/** The id of what is embedded as one word: `clause-<id>`. */
export function slugOf({ id }: { id: string }): string {
  return id.replaceAll("/", "-");
}

/** The citation as a line of text. */
export function citationText({ what, title, coveredUntil, url }: Work): string {
  const end = /[.?!…]$/.test(title) ? "" : ".";
  return `${SITE_NAME}: “${title}”${end} ${what}, covers events until ${formatDate(coveredUntil)}. ${url} (${LICENCE})`;
}

/** The citation as a BibTeX entry in UTF-8. */
export function citationBibTeX({ what, key, title, coveredUntil, url }: Work): string {
  return bibTeXEntry(key, {
    author: `{${escapeTeX(SITE_NAME)}}`,
    title: `{${escapeTeX(title)}}`,
    date: coveredUntil,
    url: new URL(url).href,
    note: escapeTeX(`${what}, covers events until ${formatDate(coveredUntil)}. ${LICENCE}`),
  });
}

/** The citation as CSL-JSON, for Zotero, pandoc and other reference managers: a list of one item. */
export function citationCsl({ what, key, title, coveredUntil, url }: Work): string {
  const item = {
    id: key,
    type: what === "Chart" ? "graphic" : "document",
    title,
    author: [{ literal: SITE_NAME }],
    publisher: SITE_NAME,
    issued: { "date-parts": [coveredUntil.split("-").map(Number)] },
    URL: url,
    language: "en",
    version: coveredUntil,
    note: LICENCE,
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/** An event’s statement with its sources, to paste elsewhere. */
export interface QuotedEvent {
  text: string;
  markdown: string;
  /** One entry, for the first source. */
  bibtex: string;
}

/**
 * An event’s statement with the two receipts that are named first, in three forms; `url` is that of its page. What is not
 * confirmed says so, and who says it. Throws for an event without a source.
 */
export function quoteEvent(ledger: Ledger, event: Event, url: string): QuotedEvent {
  const sources = namedApart(ledger, receipts(ledger, event.sources), 2);
  const [first] = sources;
  if (!first) throw new Error(`event \`${event.id}\` has no source to cite`);
  const by = event.attributed_to ? `, by ${event.attributed_to}` : "";
  const statement = event.statement + (event.status === "confirmed" ? "" : ` (${event.status}${by})`);
  const dated = ({ published }: Source) => (published ? `, ${formatDate(published)}` : "");
  const asText = sources.map((source) => `${receiptLabel(ledger, source)}${dated(source)}, ${source.url}`);
  const asMarkdown = sources.map(
    (source) => `[${escapeMarkdown(receiptLabel(ledger, source))}](<${source.url}>)${dated(source)}`,
  );
  return {
    text: `${statement} ${asText.join("; ")}. ${SITE_NAME}, ${url}`,
    markdown: `${escapeMarkdown(statement)} (${asMarkdown.join("; ")}; [${SITE_NAME}](<${url}>))`,
    bibtex: bibTeXEntry(event.id, {
      author: `{${escapeTeX(receiptLabel(ledger, first))}}`,
      title: `{${escapeTeX(first.title ?? first.about ?? publisherName(ledger, first))}}`,
      date: first.published,
      url: new URL(first.url).href,
      note: escapeTeX(`${statement} ${SITE_NAME}, ${url}`),
    }),
  };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** An entry of BibTeX. `date` is a partial ISO date; the other values are escaped already. */
function bibTeXEntry(
  key: string,
  {
    author,
    title,
    date = "",
    url,
    note,
  }: { author: string; title: string; date: string | undefined; url: string; note: string },
): string {
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  const fields = [
    `author = {${author}}`,
    `title  = {${title}}`,
    ...(date ? [`year   = {${date.slice(0, 4)}}`] : []),
    ...(month ? [`month  = ${month}`] : []),
    // No entry style escapes an address: \url prints it as it stands, and an encoded URL holds no braces.
    `url    = {${url}}`,
    `note   = {${note}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field}`).join(",\n")}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // Not \{ and \}: BibTeX counts braces even behind a backslash.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  '"': "\\textquotedbl{}",
};

/** Text for a field of BibTeX: white space joined, signs of TeX escaped. */
function escapeTeX(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\{}^~"]|[$&#_%]/g, (char) => TEX[char] ?? `\\${char}`);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}
