import { z } from "zod";

/** Invisible or direction-changing characters. Joiners are allowed: some scripts need them. */
export const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** `U+202E`. */
export function codeOf(char: string): string {
  return `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits joined by single hyphens");

/**
 * The id of a row of one of these collections (`clauses`: of the themes); read-ledger.ts checks that the row
 * exists.
 */
export function ref(...collections: readonly string[]) {
  return id.meta({ collections, description: `Id among the ${collections.join(" or ")}.` });
}

export function refs(...collections: readonly string[]) {
  return list(ref(...collections)).describe(`Ids among the ${collections.join(" or ")}.`);
}

/** Empty unless it is given. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]);
}

/** One of the keys, whose meanings the description gives: “confirmed: on the record. reported: …”. */
export function choice<const Key extends string>(meanings: Readonly<Record<Key, string>>, about = "") {
  const described = Object.entries<string>(meanings).map(([key, meaning]) => `${key}: ${meaning}.`);
  return z.enum(Object.keys(meanings) as Key[]).describe([about, ...described].join(" ").trim());
}

export const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  // Rows to paste have it where an editor writes.
  .refine((text) => text !== "…", "must be written in place of …")
  .max(2000)
  .refine((text) => text.isWellFormed(), "must not hold half a character")
  .refine((text) => text.search(HIDDEN) < 0, {
    error: ({ input }) =>
      `must not hold the hidden character ${codeOf(String(input).match(HIDDEN)?.[0] ?? "")}`,
  })
  .refine((text) => !/[<>]/.test(text), "must be plain text without < or >");

/** A calendar date, as exact as known: `2025`, `2025-11` or `2025-11-23`. */
export const partialDate = z
  .union([z.string(), z.number()], { error: "must be a date as YYYY-MM-DD, YYYY-MM or YYYY" })
  .transform(String)
  .refine(isPartialDate, "must be a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY")
  .meta({ form: "partial-date" });

export const day = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), "must be a date that exists, as YYYY-MM-DD")
  .meta({ form: "day" });

/** Compares two dates at the precision of the less exact one. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

function isPartialDate(text: string) {
  const date = new Date(text);
  return (
    /^(0[1-9]|1\d|20)\d\d(-\d\d){0,2}$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
  );
}

export const webUrl = z
  .string()
  .max(500)
  .refine(
    (text) =>
      /^https?:\/\/[^\s"'<>@/\\]+([/?#][^\s"'<>\\]*)?$/.test(text) &&
      text.search(HIDDEN) < 0 &&
      URL.canParse(text) &&
      !new URL(text).hostname.endsWith("."),
    "must be a web address: http:// or https://, and no user name, quotes, spaces or hidden characters",
  )
  .meta({ form: "uri" });

export const lang = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
    "must be a language code such as en, uk, pt-BR or zh-Hant",
  )
  .describe("Code of the language: `en` is English.");

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a two-letter country code in capitals")
  .describe("Country, ISO 3166-1.");

export const topic = ref("topics").describe("Id of the topic.");
export const side = ref("sides").describe("Id in `sides` of site.yaml.");

/** From the most certain to the least; what readers see of them is in `labels` of site.yaml. */
export const status = choice({
  confirmed: "in a record, or told as fact",
  reported: "told by somebody",
  alleged: "an accusation that no court has tried",
  disputed: "the sources contradict each other",
});

type Fields = Readonly<Record<string, unknown>>;

type Check = (row: Fields) => boolean;

/** A row with these fields and no others; rules for what they have to do with each other are given to `check`. */
export const row = z.strictObject;

/** The error continues the name of the field, or of the row if `key` is empty. */
export function rule(key: string, error: string, check: Check, fix?: string) {
  return z.refine((row) => check(row as Fields), { path: key ? [key] : [], error, params: { fix } });
}

export function isGiven(value: unknown): boolean {
  const isEmpty = typeof value === "object" && Object.keys(value ?? {}).length === 0;
  return value !== undefined && value !== "" && !isEmpty;
}

export function needs(key: string, other: string) {
  const check = (row: Fields) => !isGiven(row[key]) || isGiven(row[other]);
  return rule(key, `must come with \`${other}\``, check, `add \`${other}\`, or remove \`${key}\``);
}

export function onlyWhere(key: string, where: string, isThere: Check) {
  const check = (row: Fields) => isGiven(row[key]) === isThere(row);
  return rule(key, `must be given where ${where}, and nowhere else`, check);
}

export function inOrder(from: string, to: string) {
  const check = ({ [from]: a, [to]: b }: Fields) =>
    !isGiven(a) || !isGiven(b) || !isBefore(String(b), String(a));
  return rule(to, `must not lie before \`${from}\``, check, "correct one of them");
}

/** JSON Schema of a field. */
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
  uri: "an address, https://… or http://…",
  quoted: "text of at most 40 words",
};

/** “text of at most 60 characters”. */
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

function shortExample(value: unknown) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > MAX_EXAMPLE_LENGTH ? `${text.slice(0, MAX_EXAMPLE_LENGTH - 1)}…` : text;
}

const MAX_EXAMPLE_LENGTH = 60;

/** A field of a field is `quote.by`; examples are from `rows`. */
export function describeFields(schema: z.ZodType, rows: readonly unknown[]) {
  const { items, ...own } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as FieldSchema;
  return fieldsOf(items ?? own, rows);
}

function fieldsOf(
  schema: FieldSchema,
  examples: readonly unknown[],
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
        example: shortExample(found.find(isGiven) ?? ""),
        unused: (meaning.match(/(?<=^|\. )[a-z][\w-]*(?=: )/g) ?? []).filter(
          (value) => !found.includes(value),
        ),
      };
      return [described, ...fieldsOf(field.items ?? field, found, `${name}.`)];
    }),
  );
}
