import { changes, ledger, through } from "../content.ts";
import { toCsv } from "../data/csv.ts";
import { formatDate } from "../i18n/dates.ts";
import { get } from "../ledger/lookup.ts";
import { receiptLabel, receipts } from "../ledger/receipts.ts";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import { cellText } from "../views/view.ts";
import { citationBibTeX, citationCsl, versionDate, type Work } from "./citation.ts";
import { commentLine } from "./csv-header.ts";
import { chartPng, chartSvg, PNG_WIDTH } from "./pictures.ts";

/** A file of a chart to download. */
export interface Download {
  /** Behind the chart's id: `.png`. */
  suffix: string;
  name: string;
  /** What is in it, if its name does not say so. */
  about: string;
  type: string;
  content: (chart: Chart) => string | Uint8Array<ArrayBuffer>;
}

/** Every file of a chart, in the order of its page. */
export const DOWNLOADS: readonly Download[] = [
  { suffix: ".png", name: "PNG", about: `light, ${PNG_WIDTH} px wide`, type: "image/png", content: (chart) => chartPng(chart, "light") },
  { suffix: "-dark.png", name: "PNG", about: `dark, ${PNG_WIDTH} px wide`, type: "image/png", content: (chart) => chartPng(chart, "dark") },
  { suffix: ".svg", name: "SVG", about: "vector, light and dark in one file", type: "image/svg+xml", content: chartSvg },
  { suffix: ".csv", name: "CSV", about: "the table, sources in the comment lines", type: "text/csv; charset=utf-8", content: chartCsv },
  { suffix: ".json", name: "JSON", about: "the table, description, notes and sources", type: "application/json", content: chartJson },
  {
    suffix: ".bib",
    name: "BibTeX",
    about: "citation",
    type: "application/x-bibtex; charset=utf-8",
    content: (chart) => citationBibTeX(workOf(chart)),
  },
  {
    suffix: ".csl.json",
    name: "CSL-JSON",
    about: "citation, for Zotero and pandoc",
    type: "application/vnd.citationstyles.csl+json",
    content: (chart) => citationCsl(workOf(chart)),
  },
];

/** The chart as somebody cites it. */
export function workOf(chart: Chart): Work {
  const path = `/charts/${chart.id}/`;
  return {
    key: `draft-by-draft-${chart.id}`,
    title: chart.title,
    site: SITE_NAME,
    date: versionDate(path, changes, through),
    url: absolute(path),
    licence: LICENCE,
  };
}

/** The chart's table as CSV; comment lines (#) name title, page, date, licence and every source with its address. */
function chartCsv(chart: Chart): string {
  const { columns, rows } = chart.view.table;
  const { url, date } = workOf(chart);
  const comments = [
    chart.title,
    chart.subtitle,
    `Page: ${url}`,
    `Version of ${date}; covers events up to ${through}`,
    `Licence: ${LICENCE}`,
    ...receipts(ledger, chart.view.sources).map((source) => {
      const facts = [receiptLabel(source), source.title, source.published && formatDate(source.published), source.url];
      return `Source: ${facts.filter(Boolean).join(" – ")}`;
    }),
  ];
  return `${comments.map(commentLine).join("\r\n")}\r\n${toCsv([columns.map((column) => column.id), ...rows.map((row) => row.map((cell) => (typeof cell === "number" || cell === null ? cell : cellText(cell))))])}`;
}

/** The chart's table as JSON: an object of title, description, columns, rows, sources and licence. */
function chartJson(chart: Chart): string {
  const { table, description, sources } = chart.view;
  const { url, date } = workOf(chart);
  return JSON.stringify(
    {
      id: chart.id,
      title: chart.title,
      subtitle: chart.subtitle,
      description,
      notes: chart.notes,
      page: url,
      version: date,
      covers_events_up_to: through,
      licence: LICENCE,
      columns: table.columns,
      rows: table.rows.map((row) =>
        Object.fromEntries(row.map((cell, i) => [table.columns[i]!.id, typeof cell === "object" ? (cell?.text ?? null) : cell])),
      ),
      sources: sources.map((id) => {
        const { publisher, title, url, published } = get(ledger, "sources", id);
        return { id, publisher, title, url, published };
      }),
    },
    null,
    1,
  );
}
