import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { id } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "../views/event-or-source.ts";
import { sourcesOf, tableOf, type TableView, withOptions } from "./view.ts";
import { words } from "../words/words.ts";

/** The visit that stands out: the one that the site starts from. */
const visitOptions = z.strictObject({ start: id });

/** Zelensky's journeys to France since February 2022, with what was agreed; the number of each is this site’s. */
export const visitsToFrance = withOptions(visitOptions, (ledger, options): TableView => {
  const visits = inDateOrder(ledger.visits);
  const start = get(ledger, "visits", options.start);
  return {
    table: tableOf(words.tables.columns.visitsToFrance, visits, (visit) => [
      visit.number,
      { text: visit.date, href: eventOrSource(ledger, visit) },
      visit.end,
      visit.place,
      visit.occasion,
      visit.agreed,
      visit.note,
    ]),
    values: { date: formatDate(start.date) },
    sources: sourcesOf(...visits),
  };
});
