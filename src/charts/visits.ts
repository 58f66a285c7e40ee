import { formatSpan } from "../format/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inDateOrder } from "../ledger/lookup.ts";
import { eventOrSource } from "../phrases/links.ts";
import { sourcesOf, tableOf, type View } from "./chart.ts";

/** The meetings of two leaders or delegations, in order of date. */
export function visits(ledger: Ledger): Pick<View, "table" | "sources"> {
  const rows = inDateOrder(ledger.visits);
  return {
    table: tableOf(
      {
        date: "Date",
        place: "Place",
        occasion: "Occasion",
        agreed: "What was agreed or announced",
        note: "Note",
      },
      rows.map((visit) => ({
        ...visit,
        date: { text: formatSpan(visit.date, visit.end), href: eventOrSource(ledger, visit) },
      })),
    ),
    sources: sourcesOf(...rows),
  };
}
