import { createHash } from "node:crypto";
import type { Source } from "../ledger/ledger.ts";
import { flatColumns, LIST_JOINT, PART_JOINT, tableCsv, tableJson } from "./files.ts";
import type { Column, Table } from "./table.ts";

/** What the package says of itself; addresses are full ones. */
export interface PackageFacts {
  title: string;
  description: string;
  homepage: string;
  /** Page that lists every source. */
  sourcesPage: string;
  /** The source with an id, and the name of its publisher. */
  source: (id: string) => Pick<Source, "title" | "about" | "url"> & { name: string };
}

const LICENCE = {
  name: "CC-BY-4.0",
  path: "https://creativecommons.org/licenses/by/4.0/",
  title: "Creative Commons Attribution 4.0 International",
};

/**
 * `datapackage.json` of all tables (Frictionless Data Package 2.0), each as CSV and as JSON, with its hash. Only the CSV has
 * its size: frictionless does not count that of JSON, and takes it for wrong.
 */
export function dataPackage(tables: readonly Table[], facts: PackageFacts): object {
  const { title, description, homepage, sourcesPage, source } = facts;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "draft-by-draft",
    title,
    description,
    homepage,
    licenses: [LICENCE],
    sources: [
      {
        title: "All documents behind the rows, each with its address; also in the table `sources`",
        path: sourcesPage,
      },
    ],
    resources: tables.flatMap((table) => {
      const { name, columns } = table;
      const about = {
        title: table.title,
        description: table.description,
        ...(table.sources.length > 0 && { sources: table.sources.map((id) => sourceEntry(source(id))) }),
      };
      const [csv, json, primaryKey] = [tableCsv(table), tableJson(table), ["id"]];
      return [
        {
          name,
          ...about,
          ...fileEntry(name, "csv", "text/csv", csv),
          bytes: Buffer.byteLength(csv),
          dialect: { delimiter: "," },
          schema: { fields: csvFields(table), primaryKey, ...foreignKeys(table, "_", "") },
        },
        {
          name: `${name}-json`,
          ...about,
          ...fileEntry(name, "json", "application/json", json),
          schema: { fields: columns.map(jsonField), primaryKey, ...foreignKeys(table, undefined, "-json") },
        },
      ];
    }),
  };
}

function fileEntry(name: string, format: string, mediatype: string, content: string) {
  const hash = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  return { type: "table", path: `${name}.${format}`, format, mediatype, encoding: "utf-8", hash };
}

/** Keys into other tables, by `joint` where a column is part of another one; without it a nested one is left out. `suffix` ends the name of a resource. */
function foreignKeys({ references }: Table, joint: string | undefined, suffix: string) {
  const keys = references.flatMap(({ path, target }) =>
    path.length > 1 && joint === undefined
      ? []
      : [{ fields: [path.join(joint)], reference: { resource: target + suffix, fields: ["id"] } }],
  );
  return keys.length > 0 && { foreignKeys: keys };
}

function sourceEntry({ name, title, about, url }: ReturnType<PackageFacts["source"]>) {
  return { title: `${name}: ${title ?? about ?? url}`, path: url };
}

function csvFields(table: Table) {
  return flatColumns(table.columns).map(({ name, column, required }) => {
    if (column.type !== "array") return field({ ...column, name, required }, name === "id");
    const parts = column.parts?.map((part) => part.name).join(", ");
    const items = parts
      ? `Items are joined by “${LIST_JOINT}”, within an item ${parts} by “${PART_JOINT}”.`
      : `Joined by “${LIST_JOINT}”.`;
    return field({
      ...column,
      name,
      type: "string",
      description: `${column.description} ${items}`,
      required,
    });
  });
}

function jsonField(column: Column) {
  const parts = column.parts?.map((part) => `${part.name}: ${part.description}`).join(" ");
  const description = [column.description, parts].filter(Boolean).join(" ");
  return field({ ...column, description }, column.name === "id");
}

function field({ name, type, form, description, required, values }: Column, unique = false) {
  const constraints = {
    ...(required && { required: true }),
    ...(unique && { unique: true }),
    ...(values && { enum: values }),
    ...(form === "partial-date" && { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?" }),
  };
  return {
    name,
    type,
    ...(form === "uri" && { format: "uri" }),
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
