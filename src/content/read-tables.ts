import { sourcesOf, tableOf, type View } from "../charts/chart.ts";
import { readFolder, tableSpec } from "../charts/read-charts.ts";
import { formatSpan } from "../format/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { inDateOrder } from "../ledger/lookup.ts";
import { eventOrSource } from "../phrases/links.ts";

/** Throws a ContentError with every problem (file, line, reason). */
export function readTables(directory: string, ledger: Ledger) {
  return readFolder(directory, tableSpec, (id, spec) => ({ ...spec, ...visits(ledger), id }));
}

/** The meetings of two leaders or delegations, in order of date. */
function visits(ledger: Ledger): Pick<View, "table" | "sources"> {
  const rows = inDateOrder(ledger.visits);
  const columns = {
    date: "Date",
    place: "Place",
    occasion: "Occasion",
    agreed: "What was agreed or announced",
    note: "Note",
  };
  const cells = rows.map((visit) => ({
    ...visit,
    date: { text: formatSpan(visit.date, visit.end), href: eventOrSource(ledger, visit) },
  }));
  return { table: tableOf(columns, cells), sources: sourcesOf(...rows) };
}
