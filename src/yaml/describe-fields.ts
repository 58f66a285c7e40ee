import { z } from "zod";

/** JSON Schema of a field; `form` is metadata of src/yaml/fields.ts. */
interface FieldSchema {
  type?: string | string[];
  description?: string;
  form?: string;
  collections?: string[];
  enum?: unknown[];
  const?: string | number;
  default?: unknown;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  items?: FieldSchema;
  prefixItems?: FieldSchema[];
  anyOf?: FieldSchema[];
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const FORMS: Readonly<Record<string, string>> = {
  day: "a day, YYYY-MM-DD",
  "partial-date": "a date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD",
  uri: "an address, https://…",
  quoted: "text of at most 40 words",
};

/** What may be written in a field, such as “text of at most 60 characters”. */
function describeLimits(field: FieldSchema): string {
  const { type, form, maxLength, minimum, maximum, items, minItems, maxItems } = field;
  if (form && FORMS[form]) return FORMS[form];
  if (field.enum) return field.enum.map(String).join(", ");
  if (field.const !== undefined) return String(field.const);
  if (field.collections) return "an id";
  if (field.anyOf) return [...new Set(field.anyOf.map(describeLimits))].join(", or ");
  if (type === "array") {
    const item = items ? describeLimits(items) : (field.prefixItems ?? []).map(describeLimits).join(", ");
    const least = minItems ? `, at least ${minItems}` : "";
    return `a list${item ? ` (${item})` : ""}${least}${maxItems ? `, at most ${maxItems}` : ""}`;
  }
  if (type === "object") return "fields of its own";
  if (type === "boolean") return "true or false";
  if (type === "number" || type === "integer") {
    const isSafe = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < 1e9;
    const range = [isSafe(minimum) && `from ${minimum}`, isSafe(maximum) && `to ${maximum}`];
    return ["a number", ...range.filter(Boolean)].join(" ");
  }
  return maxLength && maxLength < 2000 ? `text of at most ${maxLength} characters` : "text";
}

/** A value as it is written in YAML on one line, cut where it is long. */
function shortExample(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MAX_EXAMPLE_LENGTH ? `${text.slice(0, MAX_EXAMPLE_LENGTH - 1)}…` : text;
}

const MAX_EXAMPLE_LENGTH = 60;

/** The fields of a schema of rows, those of a field of fields after it as `quote.by`, with an example each from `rows`. */
export function describeFields(schema: z.ZodType, rows: readonly unknown[], areReceiptsTold = true) {
  const { items, ...own } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as FieldSchema;
  return fieldsOf(items ?? own, rows, areReceiptsTold);
}

function fieldsOf(
  schema: FieldSchema,
  examples: readonly unknown[],
  areReceiptsTold: boolean,
  whole = "",
): (Record<"name" | "meaning" | "limits" | "default" | "example", string> & {
  isNeeded: boolean;
  unused: string[];
})[] {
  const options = (schema.anyOf ?? [schema]).filter(({ properties }) => properties);
  const isUnion = options.length > 1;
  return options.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([key, field]) => {
      const found = examples.flatMap((row) => (row as Record<string, unknown> | null)?.[key] ?? []);
      const name = `${whole}${key}`;
      const meaning = field.description ?? (name === "id" ? "What other rows call it." : "");
      const limits = describeLimits(field);
      const described = {
        name,
        isNeeded: !isUnion && required.includes(key) && field.default === undefined,
        meaning,
        // The meaning says it, or any text will do.
        limits:
          limits === "text" || limits.split(", ").every((word) => meaning.includes(`${word}:`)) ? "" : limits,
        default: field.default === undefined ? "" : JSON.stringify(field.default),
        example: found.length > 0 ? shortExample(found[0]) : "",
        unused: (field.enum ?? []).map(String).filter((value) => !found.includes(value)),
      };
      const isTold = key === "sources" && !areReceiptsTold;
      return [
        described,
        ...(isTold ? [] : fieldsOf(field.items ?? field, found, areReceiptsTold, `${name}.`)),
      ];
    }),
  );
}
