import { formatDate } from "../i18n/dates.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { publisherName } from "../ledger/sources.ts";
import { inSite, routes, type Topic, topicName } from "../site.ts";
import type { Chart } from "../charts/read-charts.ts";
import { sourceLink } from "../views/links.ts";
import { cellText, type Table } from "../charts/view.ts";
import { asOneWord } from "./days.ts";
import type { Filter } from "./query.ts";

/** What is searched by itself though it has no page of its own, or a page that is mostly drawing and numbers. */
export interface SearchRecord {
  /** Path without the base of the site, with the anchor. */
  url: string;
  title: string;
  text: string;
  /** Other names, which weigh nearly as much as the title. */
  also?: string;
  filters: Partial<Record<Filter, string>>;
  /** ISO date, whole or in part. */
  date?: string;
  /** The date in words, as one word. */
  shownDate?: string;
}

/** Points of drafts, terms, reasons, charts and sources, for the index. */
export function searchRecords(
  ledger: Ledger,
  charts: readonly Chart[],
  glossary: readonly Term[],
): SearchRecord[] {
  const record = (
    kind: string,
    href: string,
    title: string,
    text: readonly (string | undefined)[],
    topic?: Topic,
    date?: string,
  ) => ({
    url: inSite(href),
    title,
    text: text
      .flatMap((part) => part || [])
      .map((part) => part.replace(/[.\s]+$/, ""))
      .join(". "),
    filters: { kind, ...(topic && { topic: topicName(topic) }), ...(date && { year: date.slice(0, 4) }) },
    ...(date && { date, shownDate: asOneWord(formatDate(date)) }),
  });
  return [
    ...ledger.points.map((point) => {
      const draft = get(ledger, "drafts", point.draft);
      const title = `Point ${point.number} of the ${draft.name}: ${point.title}`;
      return record(
        "Point",
        `${routes.draft(draft.id)}#point-${point.number}`,
        title,
        [point.summary],
        "plan",
        draft.date,
      );
    }),
    ...glossary.map((term) =>
      record("Term", routes.term(term.id), term.term, [term.definition, term.also.join(", ")], term.topic),
    ),
    ...ledger.reasons.map((row) =>
      record(
        "Reason",
        routes.reason(row.id),
        row.title,
        [row.statement, row.attributed_to],
        row.topic,
        row.date,
      ),
    ),
    ...charts.map((chart) => ({
      ...record(
        "Chart",
        routes.chart(chart.id),
        chart.title,
        [chart.subtitle, chart.view.description, labelsOf(chart.view.table)],
        chart.topic,
      ),
      also: `Chart: ${shortName(chart)}`,
    })),
    ...ledger.sources.map((source) => {
      const publisher = publisherName(ledger, source);
      const title = source.title ?? source.about ?? publisher;
      return {
        ...record("Source", sourceLink(ledger, source.id), title, [], undefined, source.published),
        also: publisher,
      };
    }),
  ];
}

/** What a chart is called for short, from its id: “who sat together”. */
export function shortName({ id }: Pick<Chart, "id">): string {
  return id.replaceAll("-", " ");
}

/** Words of a table that name its columns and rows; no values, no dates. */
function labelsOf({ columns, rows }: Table): string {
  const heads = rows.map((row) => cellText(row[0] ?? null)).filter((text) => /^\p{L}/u.test(text));
  return [...new Set([...columns.map((column) => column.label), ...heads])].join(", ");
}
