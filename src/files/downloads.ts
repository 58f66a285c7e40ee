import type { Cell, Embeddable } from "../charts/chart.ts";
import { formatDate } from "../format/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { getRow } from "../ledger/lookup.ts";
import { publisherName, receiptLabel, rankSources } from "../ledger/sources.ts";
import { nth } from "../expect-defined.ts";
import { absoluteUrl } from "../routes.ts";
import { getSite } from "../site.ts";
import { commentLine, toCsv } from "./tables.ts";
import { type PictureLayout, PICTURES, pngFile, svgFile } from "./pictures.ts";

interface Story {
  ledger: Ledger;
  coveredUntil: string;
}

export interface Download {
  /** End of the file name: `.png`. */
  suffix: string;
  name: string;
  about: string;
  content: (embed: Embeddable, story: Story) => string | Promise<Uint8Array<ArrayBuffer>>;
}

function png(suffix: string, layout: PictureLayout): Download {
  const about = `up to ${PICTURES[layout].width} px wide`;
  return { suffix, name: "PNG", about, content: (embed, { ledger }) => pngFile(ledger, embed, layout) };
}

const NARROW = "-narrow.png";
const DOWNLOADS: readonly Download[] = [
  png(".png", "wide"),
  png(NARROW, "narrow"),
  {
    suffix: ".svg",
    name: "SVG",
    about: "vector, light and dark in one file",
    content: (embed, { ledger }) => svgFile(ledger, embed),
  },
  { suffix: ".csv", name: "CSV", about: "the table, sources in the comment lines", content: csvFile },
  { suffix: ".json", name: "JSON", about: "the table, description, notes and sources", content: jsonFile },
];

export function downloadsOf({ what }: Embeddable): readonly Download[] {
  return DOWNLOADS.filter(({ suffix }) => what === "chart" || suffix !== NARROW);
}

export interface DownloadOf {
  embed: Embeddable;
  content: Download["content"];
}

export function downloadPaths(embeds: readonly Embeddable[]) {
  return embeds.flatMap((embed) =>
    downloadsOf(embed).map(({ suffix, content }) => {
      const [, folder, file] = (embed.files + suffix).split("/");
      return { params: { folder, file }, props: { embed, content } satisfies DownloadOf };
    }),
  );
}

function csvFile(embed: Embeddable, { ledger, coveredUntil }: Story) {
  const { columns, rows } = embed.table;
  const { covers_until: covers } = getSite().labels;
  const comments = [
    embed.title,
    embed.subtitle,
    `Page: ${absoluteUrl(embed.path)}`,
    ...(covers ? [`${covers} ${coveredUntil}`] : []),
    `Licence: ${getSite().licence.line}`,
    ...rankSources(ledger, embed.sources).map((source) => {
      const { title, published, url } = source;
      const facts = [receiptLabel(ledger, source), title, published && formatDate(published), url];
      return `Source: ${facts.filter(Boolean).join(" – ")}`;
    }),
  ];
  const table = toCsv([columns.map(({ id }) => id), ...rows.map((row) => row.map(toScalar))]);
  return [...comments.map(commentLine), table].join("\r\n");
}

function jsonFile(embed: Embeddable, { ledger, coveredUntil }: Story) {
  const { id, title, subtitle, description, notes, table, sources } = embed;
  const file = {
    id,
    title,
    subtitle,
    description,
    notes,
    page: absoluteUrl(embed.path),
    covers_events_up_to: getSite().labels.covers_until && coveredUntil,
    licence: getSite().licence.line,
    unit: table.unit ?? null,
    columns: table.columns,
    rows: table.rows.map((row) =>
      Object.fromEntries(row.map((cell, i) => [nth(table.columns, i).id, toScalar(cell)])),
    ),
    sources: sources.map((id) => {
      const source = getRow(ledger, "sources", id);
      const { title = null, url, published = null } = source;
      return { id, publisher: publisherName(ledger, source), title, url, published };
    }),
  };
  return JSON.stringify(file, null, 1);
}

function toScalar(cell: Cell) {
  return typeof cell === "object" ? (cell?.text ?? null) : cell;
}
