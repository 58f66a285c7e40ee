import { ledger, through } from "../content.ts";
import { toCsv } from "../data/csv.ts";
import { formatDate } from "../i18n/dates.ts";
import { get } from "../ledger/lookup.ts";
import { publisherName, receiptLabel, receipts } from "../ledger/receipts.ts";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import type { Cell } from "../charts/view.ts";
import { words } from "../words/words.ts";
import { citationBibTeX, citationCsl, slugOf, type Work } from "./citation.ts";
import { commentLine } from "./csv-header.ts";
import type { Scheme } from "./flat-css.ts";
import { PNG_WIDTH, pngFile, svgFile } from "./pictures.ts";
import { itemAt } from "../required.ts";

/** A file to download. */
export interface Download {
  /** Behind the path of its files: `.png`. */
  suffix: string;
  name: string;
  /** What is in it, if its name does not say so. */
  about: string;
  type: string;
  content: (embed: Embeddable) => string | Promise<Uint8Array<ArrayBuffer>>;
}

const { files: about } = words.embeds;

function png(suffix: string, about: string, scheme: Scheme): Download {
  return { suffix, name: "PNG", about, type: "image/png", content: (embed) => pngFile(embed, scheme) };
}

const DARK_PNG = png("-dark.png", about.dark(PNG_WIDTH), "dark");

/** The files of a chart or a clause, in the order in which they are listed; only a chart has a dark picture. */
export function downloadsOf({ what }: Embeddable): readonly Download[] {
  return DOWNLOADS.filter((download) => what === "chart" || download !== DARK_PNG);
}

const DOWNLOADS: readonly Download[] = [
  png(".png", about.light(PNG_WIDTH), "light"),
  DARK_PNG,
  { suffix: ".svg", name: "SVG", about: about.svg, type: "image/svg+xml", content: svgFile },
  { suffix: ".csv", name: "CSV", about: about.csv, type: "text/csv; charset=utf-8", content: csvFile },
  { suffix: ".json", name: "JSON", about: about.json, type: "application/json", content: jsonFile },
  {
    suffix: ".bib",
    name: "BibTeX",
    about: about.bib,
    type: "application/x-bibtex; charset=utf-8",
    content: (embed) => citationBibTeX(workOf(embed)),
  },
  {
    suffix: ".csl.json",
    name: "CSL-JSON",
    about: about.csl,
    type: "application/vnd.citationstyles.csl+json",
    content: (embed) => citationCsl(workOf(embed)),
  },
];

/** As somebody cites it. */
export function workOf(embed: Embeddable): Work {
  return {
    what: words.embeds.names[embed.what],
    key: `draft-by-draft-${slugOf(embed)}`,
    title: embed.title,
    site: SITE_NAME,
    coveredUntil: through,
    url: absolute(embed.path),
    licence: LICENCE,
  };
}

/** The table as CSV; comment lines (#) name title, page, date, licence and every source with its address. */
function csvFile(embed: Embeddable): string {
  const { columns, rows } = embed.table;
  const { url } = workOf(embed);
  const comments = [
    embed.title,
    embed.subtitle,
    `Page: ${url}`,
    `Covers events up to ${through}`,
    `Licence: ${LICENCE}`,
    ...receipts(ledger, embed.sources).map((source) => {
      const { title, published, url } = source;
      const facts = [receiptLabel(ledger, source), title, published && formatDate(published), url];
      return `Source: ${facts.filter(Boolean).join(" – ")}`;
    }),
  ];
  const table = toCsv([columns.map(({ id }) => id), ...rows.map((row) => row.map(plain))]);
  return [...comments.map(commentLine), table].join("\r\n");
}

/** The table as JSON: an object of title, description, columns, rows, sources and licence. */
function jsonFile(embed: Embeddable): string {
  const { id, title, subtitle, description, notes, table, sources } = embed;
  const { url } = workOf(embed);
  const file = {
    id,
    title,
    subtitle,
    description,
    notes,
    page: url,
    covers_events_up_to: through,
    licence: LICENCE,
    columns: table.columns,
    rows: table.rows.map((row) =>
      Object.fromEntries(row.map((cell, i) => [itemAt(table.columns, i).id, plain(cell)])),
    ),
    sources: sources.map((id) => {
      const source = get(ledger, "sources", id);
      const { title, url, published } = source;
      return { id, publisher: publisherName(ledger, source), title, url, published };
    }),
  };
  return JSON.stringify(file, null, 1);
}

/** What stands in a cell, without its link. */
function plain(cell: Cell): string | number | null {
  return typeof cell === "object" ? (cell?.text ?? null) : cell;
}
