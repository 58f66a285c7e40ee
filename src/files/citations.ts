import type { Embeddable } from "../charts/chart.ts";
import { formatDate } from "../format/dates.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { namedApart, receiptLabel, receipts } from "../ledger/sources.ts";
import { absolute } from "../routes.ts";
import { LICENCE, SITE_NAME } from "../content/site.ts";

type Work = Pick<Embeddable, "what" | "id" | "title" | "path">;

/** One line of text. `through`: last day covered, ISO. */
export function citationText(work: Work, through: string): string {
  const end = /[.?!…]$/.test(work.title) ? "" : ".";
  return `${SITE_NAME}: “${work.title}”${end} ${describe(work, through)}. ${absolute(work.path)} (${LICENCE})`;
}

/** A BibTeX entry in UTF-8. `through`: last day covered, ISO. */
export function citationBibTeX(work: Work, through: string): string {
  const site = SITE_NAME.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const fields = {
    author: `{${escapeTeX(SITE_NAME)}}`,
    title: `{${escapeTeX(work.title)}}`,
    year: through.slice(0, 4),
    // No entry style escapes URLs, and an encoded URL has no braces.
    url: absolute(work.path),
    note: escapeTeX(`${describe(work, through)}. ${LICENCE}`),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(6)} = {${value}}`);
  return `@misc{${site}-${work.id.replaceAll("/", "-")},\n${lines.join(",\n")}\n}\n`;
}

function describe({ what }: Work, through: string): string {
  return `${what === "chart" ? "Chart" : "Clause"}, covers events until ${formatDate(through)}`;
}

/** Omits what counts in BibTeX even after a backslash, or would need a command: no text has it. */
function escapeTeX(text: string): string {
  return text
    .replace(/[\\{}^~]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[$&#_%]/g, "\\$&");
}

/**
 * An event’s statement with its first two sources, to paste elsewhere. Unless confirmed, includes the status
 * and who says it; `url` is the event’s page.
 */
export function quoteEvent(ledger: Ledger, event: Event, url: string): string {
  const by = event.attributed_to ? `, by ${event.attributed_to}` : "";
  const statement = event.statement + (event.status === "confirmed" ? "" : ` (${event.status}${by})`);
  const sources = namedApart(ledger, receipts(ledger, event.sources), 2).map((source) =>
    [receiptLabel(ledger, source), source.published && formatDate(source.published), source.url]
      .filter(Boolean)
      .join(", "),
  );
  return `${statement} ${sources.join("; ")}. ${SITE_NAME}, ${url}`;
}
