import { z } from "zod";
import { formatDate } from "../i18n/dates.ts";
import { id } from "../ledger/fields.ts";
import { get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { eventOrSource } from "../views/links.ts";
import { sourcesOf, tableOf, type TableView, withOptions } from "./view.ts";

/** The visit that stands out: the one that the site starts from. */
const visitOptions = z.strictObject({ start: id });

/** Visits in their order, with what was agreed; the number of each is this site’s. */
export const visits = withOptions(visitOptions, (ledger, options): TableView => {
  const rows = inDateOrder(ledger.visits);
  const start = get(ledger, "visits", options.start);
  return {
    table: tableOf(
      {
        number: "Number",
        date: "Date",
        end: "Until",
        place: "Place",
        occasion: "Occasion",
        agreed: "What was agreed or announced",
        note: "Note",
      },
      rows,
      (visit) => [
        visit.number,
        { text: visit.date, href: eventOrSource(ledger, visit) },
        visit.end,
        visit.place,
        visit.occasion,
        visit.agreed,
        visit.note,
      ],
    ),
    values: { date: formatDate(start.date) },
    sources: sourcesOf(...rows),
  };
});
