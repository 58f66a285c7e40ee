import { z } from "zod";
import { day, isGiven, lang, line, onlyWhere, ref, row, rule } from "../yaml/fields.ts";
import { countWords, MAX_QUOTED_WORDS } from "./words.ts";

/** Words of others in one place, within the limit of docs/words.md. */
export const quotedWords = line
  .refine((text) => countWords(text) <= MAX_QUOTED_WORDS, {
    error: ({ input }) => `must have at most ${MAX_QUOTED_WORDS} words, and has ${countWords(String(input))}`,
    params: { fix: "leave words out with […], or quote the sentence that matters" },
  })
  .meta({ form: "quoted" });

export const translator = z
  .union([z.literal("ours"), ref("publishers")])
  .optional()
  .describe("Who translated it: an id in the table publishers, or `ours`.");

/** Words of others, as docs/words.md asks. A translation alone is allowed if only the translation was seen. */
export const quotedFields = {
  words: quotedWords.optional().describe("In their own language; empty if only a translation was seen."),
  lang: lang.default("en").describe("Language of the words, as a code."),
  english: quotedWords.optional().describe("In English, if that is another language."),
  translated_by: translator,
  seen: day.optional().describe("Day on which the words were copied from the page."),
};

export const quotedRules = [
  onlyWhere("english", "`lang` is not `en`", ({ lang, not_found }) => lang !== "en" && !not_found),
  onlyWhere("translated_by", "there is `english`", ({ english }) => isGiven(english)),
  rule(
    "words",
    "must be given unless somebody else translated them",
    ({ words, translated_by, not_found }) =>
      isGiven(words ?? not_found) || (isGiven(translated_by) && translated_by !== "ours"),
  ),
];

/** A source with the words that a statement rests on, or the day on which they were looked for and not found. */
export const receiptSchema = row({
  id: ref("sources"),
  ...quotedFields,
  not_found: day
    .optional()
    .describe("Day on which the page was looked for, by title and by a phrase, and not found."),
}).check(
  ...quotedRules,
  onlyWhere("seen", "there is no `not_found`", ({ not_found }) => !not_found),
  rule("words", "must not come with `not_found`", ({ words, not_found }) => !words || !not_found),
);

export interface Receipt extends z.infer<typeof receiptSchema> {
  collection: string;
  /** Key of the row. */
  key: string;
}

const item = z.union([ref("sources"), receiptSchema], {
  error: "must be the id of a source, or { id, words, seen }",
});

/** Sources of a row, each an id or an object with its words; the row keeps the ids, each once. */
const sourceList = z
  .array(item)
  .transform((items) => [...new Set(items.map((given) => (typeof given === "string" ? given : given.id)))]);

export const sources = sourceList
  .refine(({ length }) => length > 0, "must have at least one source id")
  .describe("Sources: ids in the table sources.");

export const optionalSources = sourceList.default([]).describe("Sources: ids in the table sources.");

export function receiptsIn(raw: unknown): z.infer<typeof receiptSchema>[] {
  if (typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    if (key !== "sources" || !Array.isArray(value)) return receiptsIn(value);
    return value.flatMap((given) => receiptSchema.safeParse(given).data ?? []);
  });
}

export function findReceipts(receipts: readonly Receipt[], collection: string, key: string): Receipt[] {
  return receipts.filter((receipt) => receipt.collection === collection && receipt.key === key);
}

export function lastSeen(rows: readonly Pick<Receipt, "seen">[]): string | undefined {
  return rows
    .flatMap(({ seen }) => seen ?? [])
    .sort()
    .at(-1);
}

/** Words in quotation marks: those around the whole of them, or at one end alone, are not doubled, those inside are single. */
export function quoteWords(words: string): string {
  const [, inner = words] = /^["“«]?([^"“”«»]*)["”»]?$/u.exec(words) ?? [];
  return `“${inner
    .replace(/(^|[\s([—–])"/g, "$1‘")
    .replace(/["”]/g, "’")
    .replace(/“/g, "‘")}”`;
}
