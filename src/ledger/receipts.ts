import { z } from "zod";
import { day, lang, line, ref } from "../yaml/fields.ts";
import { countWords, MAX_QUOTED_WORDS } from "./words.ts";

/** Words of others in one place, within the limit of docs/words.md. */
export const quotedWords = line
  .refine((text) => countWords(text) <= MAX_QUOTED_WORDS, {
    error: ({ input }) => `must have at most ${MAX_QUOTED_WORDS} words, and has ${countWords(String(input))}`,
    params: { fix: "leave words out with […], or quote the sentence that matters" },
  })
  .meta({ form: "quoted" });

/** Who translated: a publisher, or `ours`. */
export const translator = z
  .union([z.literal("ours"), ref("publishers")])
  .optional()
  .describe("Who translated it: an id in the table publishers, or `ours`.");

/** A source with the words that a statement rests on, or the day on which they were looked for and not found. */
export const receiptSchema = z
  .strictObject({
    id: ref("sources"),
    words: quotedWords.optional().describe("The sentence of the source, in its language."),
    lang: lang.default("en").describe("Language of the words, BCP 47."),
    english: quotedWords.optional().describe("In English, if that is another language."),
    translated_by: translator,
    seen: day.optional().describe("Day on which the words were copied from the page."),
    not_found: day
      .optional()
      .describe("Day on which the page was looked for, by title and by a phrase, and not found."),
  })
  .refine(
    ({ words, english, not_found }) => ((words ?? english) === undefined) === (not_found !== undefined),
    {
      path: ["words"],
      error: "must be given where there is no `not_found`, and nowhere else",
    },
  )
  .refine(({ not_found, seen }) => (not_found === undefined) === (seen !== undefined), {
    path: ["seen"],
    error: "must be the day on which the words were copied from the page",
  })
  .refine(
    ({ lang, english, not_found }) => not_found !== undefined || (lang === "en") === (english === undefined),
    {
      path: ["english"],
      error: "must be given where `lang` is not `en`, and nowhere else",
    },
  )
  .refine(({ english, translated_by }) => (english === undefined) === (translated_by === undefined), {
    path: ["translated_by"],
    error: "must be given with `english`, and nowhere else",
  });

/** The words of a source for a row of the ledger. */
export interface Receipt extends z.infer<typeof receiptSchema> {
  collection: string;
  /** Key of the row. */
  key: string;
}

const item = z.union([ref("sources"), receiptSchema]);

/** Sources of a row, each an id or an object with its words; the row keeps the ids, each once. */
export const sourceList = z
  .array(item)
  .transform((items) => [...new Set(items.map((given) => (typeof given === "string" ? given : given.id)))]);

/** The receipts in a row as it was written. */
export function receiptsIn(raw: unknown): z.infer<typeof receiptSchema>[] {
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    if (key !== "sources" || !Array.isArray(value)) return receiptsIn(value);
    return value.flatMap((given) => receiptSchema.safeParse(given).data ?? []);
  });
}

/** The receipts of a row, in the order of its sources. */
export function findReceipts(receipts: readonly Receipt[], collection: string, key: string): Receipt[] {
  return receipts.filter((receipt) => receipt.collection === collection && receipt.key === key);
}

/** Words in quotation marks: those around the whole of them are not doubled, those inside are single. */
export function quoteWords(words: string): string {
  const [, inner = words] = /^["“«]([^"“”«»]*)["”»]$/u.exec(words) ?? [];
  return `“${inner
    .replace(/(^|[\s([—–])"/g, "$1‘")
    .replace(/["”]/g, "’")
    .replace(/“/g, "‘")}”`;
}
