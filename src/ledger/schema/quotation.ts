import { z } from "zod";
import { actor, lang, line, ref, row } from "../fields.ts";

const words = line.refine((text) => text.split(/\s+/).length <= 30, "must have 30 words at most");

/** Words of a text or of a speaker. Where they are not English and the original was not seen, there is a translation alone. */
export const quotation = row({
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
  source: ref("sources").describe("Source in which they stand."),
});

/** `shape` with the rules for words and their translation. */
export function translated<Shape extends z.ZodType<z.infer<typeof quotation>>>(shape: Shape): Shape {
  return shape
    .refine(({ lang, text }) => lang !== "en" || text !== undefined, {
      path: ["text"],
      error: "must have the words, since `lang` is `en`",
    })
    .refine(({ lang, english, translation }) => lang !== "en" || (english ?? translation) === undefined, {
      path: ["lang"],
      error: "must be the language that was translated, or stand without `english` and `translation`",
    })
    .refine(({ lang, english }) => lang === "en" || english !== undefined, {
      path: ["english"],
      error: "must have the words in English, since `lang` is not `en`",
    })
    .refine(
      ({ lang, text, translation }) =>
        lang === "en" || translation === "source" || (translation === "site" && text !== undefined),
      {
        path: ["translation"],
        error: "must be `source`, or `site` where `text` holds the original",
      },
    );
}

/** A short public statement, word for word. */
export const quote = translated(
  row({
    by: actor.describe("Who said them: id of a person or organisation."),
    ...quotation.shape,
  }),
).describe("Words said in public.");
