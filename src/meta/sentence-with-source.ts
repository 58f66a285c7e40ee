import { escapeTeX } from "../export/citation.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Event, Ledger, Source } from "../ledger/ledger.ts";
import { namedApart, publisherName, receiptLabel, receipts } from "../ledger/receipts.ts";
import { SITE_NAME } from "../site.ts";

/** An event’s statement with its sources, to paste elsewhere. */
export interface SentenceWithSource {
  text: string;
  markdown: string;
  /** One entry, for the first source. */
  bibtex: string;
}

/**
 * An event’s statement with the two receipts that are named first, in three forms; `url` of its page. What is not confirmed
 * says so, and who says it.
 */
export function sentenceWithSource(ledger: Ledger, event: Event, url: string): SentenceWithSource {
  const sources = namedApart(ledger, receipts(ledger, event.sources), 2);
  const unsure =
    event.status === "confirmed" ? "" : ` (${event.status}${event.attributed_to ? `, by ${event.attributed_to}` : ""})`;
  const statement = event.statement + unsure;
  const dated = ({ published }: Source) => (published ? `, ${formatDate(published)}` : "");
  return {
    text: `${statement} ${sources.map((source) => `${receiptLabel(ledger, source)}${dated(source)}, ${source.url}`).join("; ")}. ${SITE_NAME}, ${url}`,
    markdown: `${escapeMarkdown(statement)} (${sources
      .map((source) => `[${escapeMarkdown(receiptLabel(ledger, source))}](<${source.url}>)${dated(source)}`)
      .join("; ")}; [${SITE_NAME}](<${url}>))`,
    bibtex: bibtex(ledger, event.id, statement, sources[0], url),
  };
}

function bibtex(
  ledger: Ledger,
  key: string,
  statement: string,
  source: Source | undefined,
  url: string,
): string {
  if (!source) throw new Error(`event \`${key}\` has no source to cite; expected one in \`sources\``);
  const fields = [
    ["author", `{${escapeTeX(receiptLabel(ledger, source))}}`],
    ["title", `{${escapeTeX(source.title ?? source.about ?? publisherName(ledger, source))}}`],
    ...(source.published ? [["year", source.published.slice(0, 4)]] : []),
    ["url", new URL(source.url).href],
    ["note", escapeTeX(`${statement} ${SITE_NAME}, ${url}`)],
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

/** Signs that Markdown would read as markup stand behind a backslash. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}
