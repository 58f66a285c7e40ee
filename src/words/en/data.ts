import { formatDate } from "../../i18n/dates.ts";
import { plural } from "../../i18n/numbers.ts";
import type { Row } from "../../ledger/schema.ts";
import type { Sentence } from "../sentence.ts";

export const description = (tables: number) =>
  `The whole ledger of Draft by Draft to download: ${plural(tables, "table")} as CSV and JSON, described as a Frictionless Data Package.`;
export const lead = (tables: number, rows: number) =>
  `Everything that this site knows, in ${plural(tables, "table")} with ${plural(rows, "row")}. Text, charts and search read the same rows.`;
/** What a reader of the files must know; the joints of lists and of their parts in CSV. */
export const notes = (listJoint: string, partJoint: string, through: string): readonly Sentence[] => [
  [
    "All tables are described in one file, ",
    { text: "datapackage.json", to: "/data/datapackage.json" },
    " (Frictionless Data Package 2.0), with the type of each column and the hash of each file.",
  ],
  [
    "Rows point to each other by id. The column “sources” holds the receipts: ids in the table ",
    { text: "sources", to: "#sources" },
    ". Keep “status” and “attributed_to” beside a statement when you use it elsewhere.",
  ],
  [
    "JSON keeps what is nested. " +
      `In CSV the items of a list are joined by “${listJoint}”, the parts of an item by “${partJoint}”; ` +
      "an apostrophe leads a text that a spreadsheet would run as a formula. Files are UTF-8.",
  ],
  [
    `Covers events up to ${formatDate(through)}. Licence: `,
    { text: "CC BY 4.0", to: "https://creativecommons.org/licenses/by/4.0/", rel: "license" },
    "; sources keep their own terms. ",
    { text: "More on that", to: "/about/#licence" },
    ".",
  ],
];
export const rows = (count: number) => plural(count, "row");
export const columns = (count: number) => plural(count, "column");
export const columnsOf = (table: string) => `Columns of the table ${table}`;
export const heads = { column: "Column", type: "Type", holds: "What it holds" } as const;
export const list = "list";
export const holds = (what: string, required: boolean) => (required ? what : `${what} May be empty.`);
export const fileAs = (table: string, format: string) => `${table} as ${format}`;
/** What stands in the tables that are made for the files, and in their columns. */
export const tables = {
  id: "Key of the row: stable, unique in the table.",
  derived: "Columns whose number in this row was worked out from a stated change, not read.",
  questions: {
    title: "Questions",
    description: "What a reader asks of each theme; the answers of all drafts line up under them.",
  },
  theme: "Theme it belongs to: id in the table themes.",
  number: "Place within the theme; 1 is the leading question.",
  text: "The question, as a reader would ask it.",
  series: ({ unit, as_of, note, licence }: Row<"series">) =>
    [`Unit: ${unit}. As of ${as_of}.`, note, licence && `Terms of the publisher: ${licence}`]
      .filter(Boolean)
      .join(" "),
} as const;
