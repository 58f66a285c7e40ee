import { z } from "zod";
import type { Column } from "./table.ts";

/** A column of that name, type and description. */
export function column(name: string, type: Column["type"], description: string, required = true): Column {
  return { name, type, description, required };
}

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
  const made = (type: Column["type"], more: Partial<Column> = {}): Column => ({
    name,
    description,
    required: !optional,
    type,
    ...more,
  });
  const form = inner.meta()?.form;
  if (form === "day") return made("date");
  if (form === "partial-date") return made("string", { description: `${description} ${AS_EXACT}`, form });
  if (form === "uri") return made("string", { form });
  if (inner instanceof z.ZodEnum) return made("string", { values: inner.options.map(String) });
  if (inner instanceof z.ZodBoolean) return made("boolean");
  if (inner instanceof z.ZodString) return made("string");
  if (inner instanceof z.ZodNumber) return made(inner.format === "safeint" ? "integer" : "number");
  if (inner instanceof z.ZodObject) return made("object", { parts: columnsOf(inner, values, `${path}.`) });
  if (inner instanceof z.ZodRecord) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value as object)))].sort();
    const parts = keys.map((key) => column(key, "string", `${description} (${key})`, false));
    return made("object", { parts });
  }
  if (inner instanceof z.ZodArray) {
    const item = inner.element;
    return made(
      "array",
      item instanceof z.ZodObject ? { parts: columnsOf(item, values.flat(), `${path}.`) } : {},
    );
  }
  throw new Error(`src/data/columns.ts knows no column for \`${path}\`, a ${inner.def.type}`);
}

function valuesOf(rows: readonly unknown[], name: string): unknown[] {
  return rows.map((row) => (row as Record<string, unknown>)[name]).filter((value) => value !== undefined);
}
