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

function describe({ what }: Work, coveredUntil: string): string {
  const covers = coverageText(coveredUntil);
  const about = what === "chart" ? "Chart" : "Clause";
  return covers ? `${about}, ${covers.charAt(0).toLowerCase()}${covers.slice(1)}` : about;
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
