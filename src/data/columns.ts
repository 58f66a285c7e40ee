import { z } from "zod";
import type { Column } from "./table.ts";

/** How a date is written that may lack its day or month. */
const AS_EXACT = "YYYY-MM-DD; YYYY-MM or YYYY where no more is known.";

/**
 * Columns of the rows of a schema, in its order, with its words. Keys of records ("names") become parts, in alphabetical
 * order, as far as `rows` use them. Throws for a field without words or of an unknown kind.
 */
export function columnsOf(schema: z.ZodObject, rows: readonly unknown[], prefix = ""): Column[] {
  return Object.entries(schema.shape).map(([name, field]) =>
    columnOf(name, field as z.ZodType, valuesOf(rows, name), prefix),
  );
}

function columnOf(name: string, field: z.ZodType, values: readonly unknown[], prefix: string): Column {
  const path = prefix + name;
  const optional = field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  const inner = optional ? (field.unwrap() as z.ZodType) : field;
  const description = field.description ?? inner.description;
  if (!description)
    throw new Error(`the column \`${path}\` has no words; add .describe("…") in src/ledger/schema/`);
  const column = { name, description, required: !optional };
  const form = inner.meta()?.form;
  if (form === "day") return { ...column, type: "date" };
  if (form === "partial-date")
    return { ...column, description: `${description} ${AS_EXACT}`, type: "string", form };
  if (form === "uri") return { ...column, type: "string", form };
  if (inner instanceof z.ZodEnum) return { ...column, type: "string", values: inner.options.map(String) };
  if (inner instanceof z.ZodBoolean) return { ...column, type: "boolean" };
  if (inner instanceof z.ZodString) return { ...column, type: "string" };
  if (inner instanceof z.ZodNumber)
    return { ...column, type: inner.format === "safeint" ? "integer" : "number" };
  if (inner instanceof z.ZodObject)
    return { ...column, type: "object", parts: columnsOf(inner, values, `${path}.`) };
  if (inner instanceof z.ZodRecord) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value as object)))].sort();
    return {
      ...column,
      type: "object",
      parts: keys.map((key) => ({
        name: key,
        type: "string",
        description: `${column.description} (${key})`,
        required: false,
      })),
    };
  }
  if (inner instanceof z.ZodArray) {
    const item = inner.element;
    return {
      ...column,
      type: "array",
      ...(item instanceof z.ZodObject && { parts: columnsOf(item, values.flat(), `${path}.`) }),
    };
  }
  throw new Error(`src/data/columns.ts knows no column for \`${path}\`, a ${inner.def.type}`);
}

function valuesOf(rows: readonly unknown[], name: string): unknown[] {
  return rows.map((row) => (row as Record<string, unknown>)[name]).filter((value) => value !== undefined);
}
