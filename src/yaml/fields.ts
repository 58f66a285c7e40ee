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

function isPartialDate(text: string): boolean {
  const date = new Date(text);
  return (
    /^(1[5-9]|20)\d\d(-\d\d){0,2}$/.test(text) &&
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
  .describe("Language: a code, as en or pt-BR.");

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a two-letter country code in capitals")
  .describe("Country, ISO 3166-1.");

/** Topics and sides of site.yaml. */
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
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
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
