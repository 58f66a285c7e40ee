import { z } from "zod";

/**
 * Characters that show nothing or make a line read as something else: controls, zero-width and tag characters, line
 * separators, bidi marks, embeddings, overrides and isolates, noncharacters. Joiners stay: scripts need them.
 */
export const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** Kebab-case identifier, unique within its collection: `zelensky-20`, `ki-2025-12-01-paris`. */
export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id of lower-case letters and digits joined by single hyphens");

/** One line of plain text: no markup, no control or direction-changing characters. */
export const line = z
  .string()
  .trim()
  .min(1, "some text")
  .max(2000)
  .refine(
    (text) => text.search(HIDDEN) < 0 && text.isWellFormed(),
    "text without hidden, control or direction-changing characters",
  )
  .refine((text) => !/[<>]/.test(text), "plain text without < or >");

/** An accusation, in words that say that it is one: nobody is guilty before a verdict. */
export const allegation = line
  .refine(
    (text) => /alleg|suspect|accus|charg|indict/i.test(text),
    "the word alleged, suspected, accused, charged or indicted",
  )
  .describe("What is alleged.");

/** A calendar date, as exact as is known: `2025`, `2025-11` or `2025-11-23`. Its length is its precision. */
export const partialDate = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(isPartialDate, "a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY")
  .meta({ form: "partial-date" });

/** A full calendar date, `2025-11-23`. */
export const day = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), "a date that exists, as YYYY-MM-DD")
  .meta({ form: "day" });

function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month = 1, date = 1] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const made = new Date(Date.UTC(year as number, (month as number) - 1, date as number));
  return (
    made.getUTCFullYear() === year &&
    made.getUTCMonth() + 1 === month &&
    made.getUTCDate() === date &&
    year > 1900 &&
    year < 2100
  );
}

/** Address of a public page: http or https only. */
export const webUrl = z
  .string()
  .max(500)
  .refine(
    (text) =>
      /^https?:\/\/[^\s"'<>@/\\]+([/?#][^\s"'<>\\]*)?$/.test(text) &&
      text.search(HIDDEN) < 0 &&
      URL.canParse(text) &&
      !new URL(text).hostname.endsWith("."),
    "a web address that starts with http:// or https://, without a user name, a dot after its host, quotes, spaces or hidden characters",
  )
  .meta({ form: "uri" });

/** BCP 47 language of a text: `en`, `uk`, `fr`, `zh-Hant`. */
export const lang = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "a language code such as en, uk or fr");

/** ISO 3166-1 alpha-2 country code in capitals; `EU` for the Union. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "a two-letter country code in capitals")
  .describe("Country, ISO 3166-1 alpha-2; EU for the Union.");

/** The sources that carry the statement; at least one. */
export const sources = z
  .array(id)
  .min(1, "at least one source id")
  .describe("Receipts: ids in the table sources.");

/** A caveat of a row. */
export const note = line.optional().describe("A caveat that the reader needs.");

/** Degrees of certainty, from the surest. */
const degree = z.enum(["confirmed", "reported", "alleged", "disputed"]);

/** How far a fact is established. */
export const status = degree.describe(
  "How far it is established. confirmed: on the record, or stated as fact by two independent newsrooms. reported: by unnamed sources. alleged: an accusation not tried. disputed: parties or outlets contradict each other.",
);

/** The event that tells what the row tells. */
export const eventOfRow = id.optional().describe("The event that tells of it: id in the table events.");

/** How sure a number or an offer is, where the row that holds it is established. */
export const certainty = z.enum(["confirmed", "reported"]);

const words = line.refine((text) => text.split(/\s+/).length <= 30, "30 words at most");

/** Words of a text or of a speaker. Where they are not English and the original was not seen, there is a translation alone. */
export const quotation = z.strictObject({
  text: words
    .optional()
    .describe("The words in their own language, 30 at most; empty where only a translation was seen."),
  lang: lang.describe("Language in which they were said or written."),
  english: words
    .optional()
    .describe("The words in English, where they were said or written in another language."),
  translation: z
    .enum(["source", "site"])
    .optional()
    .describe("Whose English that is. source: of the source named. site: of this site."),
  source: id.describe("Source in which they stand."),
});

/** `shape` with the rules for words and their translation. */
export function translated<Shape extends z.ZodType<z.infer<typeof quotation>>>(shape: Shape): Shape {
  return shape
    .refine(({ lang, text }) => lang !== "en" || text !== undefined, {
      path: ["text"],
      error: "the words, since `lang` is `en`",
    })
    .refine(({ lang, english, translation }) => lang !== "en" || (english ?? translation) === undefined, {
      path: ["lang"],
      error: "the language that was translated, or neither `english` nor `translation`",
    })
    .refine(({ lang, english }) => lang === "en" || english !== undefined, {
      path: ["english"],
      error: "the words in English, since `lang` is not `en`",
    })
    .refine(
      ({ lang, text, translation }) =>
        lang === "en" || translation === "source" || (translation === "site" && text !== undefined),
      {
        path: ["translation"],
        error: "`source`, or `site` where `text` holds the original",
      },
    );
}

/** A short public statement, word for word. */
export const quote = translated(
  z.strictObject({ by: id.describe("Who said them: id of a person or organisation."), ...quotation.shape }),
);

/** A number that the statement leans on, for tables and charts. */
export const figure = z.strictObject({
  id: id.describe("Id, unique among the figures of its event."),
  /** "votes in favour". */
  name: line.describe("What is counted."),
  value: z.number().describe("The number, in the unit given."),
  /** "EUR billion", "aircraft". */
  unit: line.describe("Unit."),
  certainty: degree
    .optional()
    .describe(
      "How sure the number is; that of the event, unless it says otherwise. reported: not that of those who would know. alleged: part of an accusation.",
    ),
});
