import type { APIRoute } from "astro";
import { embeds, hashOf, ledger, through, versionOf } from "../content.ts";
import { toCsv } from "../data/csv.ts";
import { formatDate } from "../i18n/dates.ts";
import { get } from "../ledger/lookup.ts";
import { publisherName, receiptLabel, receipts } from "../ledger/receipts.ts";
import { absolute, LICENCE, SITE_NAME } from "../site.ts";
import type { Embeddable } from "../views/embeddable.ts";
import { cellText } from "../views/view.ts";
import { words } from "../words/words.ts";
import { citationBibTeX, citationCsl, slugOf, type Work } from "./citation.ts";
import { commentLine } from "./csv-header.ts";
import { MAIL_WIDTH, PNG_WIDTH, pngFile, svgFile } from "./pictures.ts";
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

/** Every file of what can be embedded, in the order of its page. */
export const DOWNLOADS: readonly Download[] = [
  {
    suffix: ".png",
    name: "PNG",
    about: about.light(PNG_WIDTH),
    type: "image/png",
    content: (embed) => pngFile(embed, "light"),
  },
  {
    suffix: "-dark.png",
    name: "PNG",
    about: about.dark(PNG_WIDTH),
    type: "image/png",
    content: (embed) => pngFile(embed, "dark"),
  },
  {
    suffix: "-mail.png",
    name: "PNG",
    about: about.mail(MAIL_WIDTH),
    type: "image/png",
    content: (embed) => pngFile(embed, "light", MAIL_WIDTH),
  },
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

/** As Astro asks for them: the files of everything of a kind, their paths below `folder` in two parts. */
export function filePaths(what: Embeddable["what"], folder: string) {
  return embeds
    .filter((embed) => embed.what === what)
    .flatMap((embed) =>
      DOWNLOADS.map((download) => {
        const name = embed.files.slice(folder.length) + download.suffix;
        const dot = name.indexOf(".");
        return {
          params: { file: name.slice(0, dot), type: name.slice(dot + 1) },
          props: { embed, download },
        };
      }),
    );
}

/** The file at one of these paths. */
export const getFile: APIRoute<{ embed: Embeddable; download: Download }> = async ({
  props: { embed, download },
}) => new Response(await download.content(embed), { headers: { "content-type": download.type } });

/** As somebody cites it. */
export function workOf(embed: Embeddable): Work {
  return {
    what: words.embeds.names[embed.what],
    key: `draft-by-draft-${slugOf(embed)}`,
    title: embed.title,
    site: SITE_NAME,
    date: versionOf(versionKey(embed)),
    url: absolute(embed.path),
    licence: LICENCE,
  };
}

/** Whose version it has: a retired chart, that of its successor; a comparison, that of the clause whose answers it shows. */
function versionKey({ what, id, path }: Embeddable): string {
  return what === "chart" ? `chart/${path.split("/").at(-2)}` : `clause/${id.split("/").at(-1)}`;
}

/** The table as CSV; comment lines (#) name title, page, date, licence and every source with its address. */
function csvFile(embed: Embeddable): string {
  const { columns, rows } = embed.table;
  const { url, date } = workOf(embed);
  const comments = [
    embed.title,
    embed.subtitle,
    `Page: ${url}`,
    `Version of ${date}; covers events up to ${through}`,
    `Licence: ${LICENCE}`,
    ...receipts(ledger, embed.sources).map((source) => {
      const facts = [
        receiptLabel(ledger, source),
        source.title,
        source.published && formatDate(source.published),
        source.url,
      ];
      return `Source: ${facts.filter(Boolean).join(" – ")}`;
    }),
  ];
  return `${comments.map(commentLine).join("\r\n")}\r\n${toCsv([columns.map((column) => column.id), ...rows.map((row) => row.map((cell) => (typeof cell === "number" || cell === null ? cell : cellText(cell))))])}`;
}

/** The table as JSON: an object of title, description, columns, rows, sources and licence. */
function jsonFile(embed: Embeddable): string {
  const { table, description, sources } = embed;
  const { url, date } = workOf(embed);
  return JSON.stringify(
    {
      id: embed.id,
      title: embed.title,
      subtitle: embed.subtitle,
      description,
      notes: embed.notes,
      page: url,
      version: date,
      version_hash: hashOf(versionKey(embed)),
      covers_events_up_to: through,
      licence: LICENCE,
      columns: table.columns,
      rows: table.rows.map((row) =>
        Object.fromEntries(
          row.map((cell, i) => [
            itemAt(table.columns, i).id,
            typeof cell === "object" ? (cell?.text ?? null) : cell,
          ]),
        ),
      ),
      sources: sources.map((id) => {
        const source = get(ledger, "sources", id);
        return {
          id,
          publisher: publisherName(ledger, source),
          title: source.title,
          url: source.url,
          published: source.published,
        };
      }),
    },
    null,
    1,
  );
}
