import { z } from "zod";
import { SIDES, TOPICS } from "../site.ts";
import { saysAccusation } from "./accusations.ts";

export const row = z.strictObject;

type Keys = Readonly<Record<string, unknown>>;
type Refinement = [
  check: (row: Keys) => boolean,
  params: { path: string[]; error: string; params: { fix: string } },
];

function refinement(key: string, error: string, fix: string, check: (row: Keys) => boolean): Refinement {
  return [check, { path: [key], error, params: { fix } }];
}

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

export function needs(key: string, other: string): Refinement {
  return refinement(
    key,
    `must come with \`${other}\``,
    `add \`${other}\`, or remove \`${key}\``,
    (row) => !isGiven(row[key]) || isGiven(row[other]),
  );
}

export function inOrder(from: string, to: string): Refinement {
  return refinement(
    to,
    `must not lie before \`${from}\``,
    "correct one of them",
    ({ [from]: a, [to]: b }) => typeof a !== "string" || typeof b !== "string" || !isBefore(b, a),
  );
}

/** A row has an event, or else a status of its own in `field`. */
export function eventOr(field: string): Refinement {
  return refinement(
    field,
    "must be omitted where an `event` has it",
    `remove \`${field}\``,
    (row) => (row.event === undefined) !== (row[field] === undefined),
  );
}

export const saysWhoSaysSo = refinement(
  "status",
  "must be `confirmed`, or come with `attributed_to`",
  "name the person, body or outlet that says so",
  ({ status, attributed_to }) => status === "confirmed" || attributed_to !== undefined,
);

/** Invisible or direction-changing characters. Joiners are allowed: some scripts need them. */
export const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters and digits joined by single hyphens");

/**
 * The id of a row of one of these collections (`clauses`: of the themes); integrity.ts checks that the row
 * exists.
 */
export function ref(...collections: readonly string[]) {
  return id.meta({ collections, description: `Id in ${tables(collections)}.` });
}

export function refs(...collections: readonly string[]) {
  return z
    .array(ref(...collections))
    .default([])
    .describe(`Ids in ${tables(collections)}.`);
}

function tables(collections: readonly string[]): string {
  return `${collections.length > 1 ? "the tables" : "the table"} ${collections.join(" or ")}`;
}

export const ACTORS = ["people", "organisations"] as const;

export const ANYTHING = [
  "drafts",
  "themes",
  "clauses",
  "events",
  "reasons",
  "people",
  "organisations",
  "meetings",
  "visits",
  "deliveries",
  "agreements",
  "coalition",
  "proceedings",
  "exits",
  "case-steps",
  "flows",
  "series",
  "aid",
] as const;

export const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(2000)
  .refine((text) => text.isWellFormed(), "must not hold half a character")
  .refine((text) => text.search(HIDDEN) < 0, {
    error: ({ input }) => {
      const [found = ""] = String(input).match(HIDDEN) ?? [];
      return `must not hold the hidden character U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    },
  })
  .refine((text) => !/[<>]/.test(text), "must be plain text without < or >");

export const allegation = line
  .refine(saysAccusation, "must say alleged, suspected of, accused of, charged with or indicted for")
  .describe("What is alleged.");

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

export const end = partialDate.optional().describe("Last day, if it lasted.");

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
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be a language code such as en, uk or fr");

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a two-letter country code in capitals")
  .describe("Country, ISO 3166-1; EU for the Union.");

export const sources = z
  .array(ref("sources"))
  .min(1, "must have at least one source id")
  .describe("Receipts: ids in the table sources.");

export const topic = z.enum(TOPICS).describe("Topic: an id of site.yaml.");

export const side = z.enum(SIDES);

export const latitude = z.number().min(-90).max(90).describe("Latitude, degrees north.");
export const longitude = z.number().min(-180).max(180).describe("Longitude, degrees east.");

export const note = line.optional().describe("A caveat that the reader needs.");

export const editorial = {
  searched: row({ date: day, languages: z.array(lang).min(1).describe("BCP 47.") })
    .optional()
    .describe("Last search for what is unknown or not found."),
  accepted: line.optional().describe("Why a weak source is accepted, where the check warns of it."),
};

/** From the most certain to the least. */
const degree = z.enum(["confirmed", "reported", "alleged", "disputed"]);

export const attribution = line.optional().describe("Who says so; required unless it is confirmed.");

/** Each text completes a sentence that begins with the status. */
export const STATUS_MEANINGS = {
  confirmed: "on the record, or stated as fact by two independent newsrooms",
  reported: "from unnamed sources",
  alleged: "an accusation that no court has tried",
  disputed: "parties or outlets contradict each other",
} as const;

export const status = degree.describe(
  Object.entries(STATUS_MEANINGS)
    .map(([name, meaning]) => `${name}: ${meaning}.`)
    .join(" "),
);

export const eventOfRow = ref("events").optional();

export const certainty = z.enum(["confirmed", "reported"]);

export const figures = z
  .array(
    row({
      id: id.describe("Unique in the row."),
      name: line.describe("What is counted."),
      value: z.number(),
      unit: line,
      certainty: degree.optional().describe("That of the row, unless it says otherwise."),
    }),
  )
  .default([])
  .describe("Numbers in the statement.");

const words = line.refine((text) => text.split(/\s+/).length <= 30, "must have 30 words at most");

/** A translation alone is allowed if only the translation was seen. */
export const quotation = row({
  text: words
    .optional()
    .describe("In their own language, 30 words at most; empty if only a translation was seen."),
  lang: lang.describe("Language in which they were said or written, BCP 47."),
  english: words.optional().describe("In English, if that is another language."),
  translation: z
    .enum(["source", "site"])
    .optional()
    .describe("Whose English that is: of the source named, or of this site."),
  source: ref("sources"),
});

/** Adds the rules for translations to `shape`. */
export function translated<Shape extends z.ZodType<z.infer<typeof quotation>>>(shape: Shape): Shape {
  return shape
    .refine(({ lang, english }) => (lang === "en") === (english === undefined), {
      path: ["english"],
      error: "must be given where `lang` is not `en`, and nowhere else",
    })
    .refine(({ english, translation }) => (english === undefined) === (translation === undefined), {
      path: ["translation"],
      error: "must be given with `english`, and nowhere else",
    })
    .refine(({ text, translation }) => text !== undefined || translation === "source", {
      path: ["text"],
      error: "must be given unless the translation is that of the source",
    });
}

export const quote = translated(row({ by: ref(...ACTORS), ...quotation.shape }))
  .optional()
  .describe("Words said in public.");
