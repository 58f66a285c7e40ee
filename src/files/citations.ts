import type { Embeddable } from "../charts/chart.ts";
import { formatDate } from "../format/dates.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { namedApart, receiptLabel, rankSources } from "../ledger/sources.ts";
import { absoluteUrl } from "../routes.ts";
import { coverageText, getSite } from "../site.ts";

type Work = Pick<Embeddable, "what" | "id" | "title" | "path">;

/** One line of text. `coveredUntil`: last day covered, ISO. */
export function citationText(work: Work, coveredUntil: string): string {
  const end = /[.?!…]$/.test(work.title) ? "" : ".";
  return `${getSite().name}: “${work.title}”${end} ${describe(work, coveredUntil)}. ${absoluteUrl(work.path)} (${getSite().licence.line})`;
}

/** A BibTeX entry in UTF-8. `coveredUntil`: last day covered, ISO. */
export function citationBibTeX(work: Work, coveredUntil: string): string {
  const site = getSite()
    .name.toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const fields = {
    author: `{${escapeTeX(getSite().name)}}`,
    title: `{${escapeTeX(work.title)}}`,
    year: coveredUntil.slice(0, 4),
    // No entry style escapes URLs, and an encoded URL has no braces.
    url: absoluteUrl(work.path),
    note: escapeTeX(`${describe(work, coveredUntil)}. ${getSite().licence.line}`),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(6)} = {${value}}`);
  return `@misc{${site}-${work.id.replaceAll("/", "-")},\n${lines.join(",\n")}\n}\n`;
}

function describe({ what }: Work, coveredUntil: string): string {
  const covers = coverageText(coveredUntil);
  const about = what === "chart" ? "Chart" : "Clause";
  return covers ? `${about}, ${covers.charAt(0).toLowerCase()}${covers.slice(1)}` : about;
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
  const statement =
    event.statement +
    (event.status === "confirmed" ? "" : ` (${getSite().labels.statuses[event.status].name}${by})`);
  const sources = namedApart(ledger, rankSources(ledger, event.sources), 2).map((source) =>
    [receiptLabel(ledger, source), source.published && formatDate(source.published), source.url]
      .filter(Boolean)
      .join(", "),
  );
  return `${statement} ${sources.join("; ")}. ${getSite().name}, ${url}`;
}
