/** A column of a table. Types are those of the Frictionless Table Schema. */
export interface Column {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "array" | "object";
  /** What stands in it, for people. */
  description: string;
  /** Has a value in every row. */
  required: boolean;
  /** The values it may take, where they are fixed. */
  values?: readonly string[];
  /** Form of a text: an address, or a date that may lack its day or month. */
  form?: "uri" | "partial-date";
  /** Columns of an object, or of the items of a list of objects. */
  parts?: Column[];
}

/** A table to download. */
export interface Table {
  /** Name of its files: `case-steps` for case-steps.csv and case-steps.json. */
  name: string;
  title: string;
  description: string;
  /** Heading under which it is listed. */
  group: string;
  /** The first one is `id`. */
  columns: Column[];
  /** Objects by column name; a column without a value is left out. */
  rows: Record<string, unknown>[];
  /** Sources of the table as a whole, by id; where rows have their own, they stand in the rows. */
  sources: readonly string[];
  /** Columns that hold the id of a row of another table: path of the column, name of that table. */
  references: readonly { path: readonly string[]; target: string }[];
}
