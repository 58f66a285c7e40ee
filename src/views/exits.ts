import { formatDate, formatMonth } from "../i18n/dates.ts";
import { capital, countInWords, listOf } from "../i18n/numbers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { inDateOrder } from "../ledger/timeline.ts";
import { routes } from "../site.ts";
import { columnsOf, unique, type View } from "./view.ts";

/** Officials who left office, or were suspended from it, in the order of the dates, and how. */
export function exits(ledger: Ledger): View<"timeline"> {
  const rows = inDateOrder(ledger.exits).map((exit) => ({ exit, person: get(ledger, "people", exit.person) }));
  if (rows.length === 0) throw new Error("the ledger has no exits");
  const months = Map.groupBy(rows, ({ exit }) => exit.date.slice(0, 7));
  const [month, inMonth] = [...months].reduce((a, b) => (b[1].length > a[1].length ? b : a));
  const people = (list: typeof rows) => unique(list.map(({ exit }) => exit.person)).length;
  const first = inMonth[0]!.exit;
  const last = inMonth.at(-1)!.exit;
  return {
    kind: "timeline",
    data: {
      words: { confirmed: "on record" },
      rows: rows.map(({ exit, person }) => ({
        id: exit.id,
        date: exit.date,
        number: "",
        head: `${person.name}: ${exit.how}`,
        detail: `${exit.office}, ${formatDate(exit.date)}`,
        text: exit.note ?? "",
        certainty: "confirmed",
        href: routes.person(person.id),
      })),
    },
    table: {
      columns: columnsOf({ date: "Date", person: "Who", office: "Office", how: "How", note: "Note" }),
      rows: rows.map(({ exit, person }) => [
        exit.date,
        { text: person.name, href: routes.person(person.id) },
        exit.office,
        exit.how,
        exit.note ?? null,
      ]),
    },
    description: `${capital(countInWords(rows.length))} steps by which ${countInWords(people(rows))} officials left office, ${formatDate(rows[0]!.exit.date)} to ${formatDate(rows.at(-1)!.exit.date)}. ${formatMonth(month)} has ${countInWords(inMonth.length)}, from ${formatDate(first.date)} to ${formatDate(last.date)}: ${listOf(unique(inMonth.map(({ person }) => person.name)))}.`,
    values: {
      officials: countInWords(people(rows)),
      InMonth: capital(countInWords(people(inMonth))),
      month: formatMonth(month),
      days: String((Date.parse(last.date) - Date.parse(first.date)) / 86_400_000 + 1),
    },
    sources: unique(rows.flatMap(({ exit }) => exit.sources)),
  };
}
