import { choice, ref } from "../yaml/fields.ts";
import { sourceList } from "./receipts.ts";

export const sources = sourceList
  .refine(({ length }) => length > 0, "must have at least one source id")
  .describe(
    "Receipts: ids in the table sources, or `{ id, words, … }` with the sentence that the row rests on.",
  );

/** The same where a row may have none. */
export const optionalSources = sourceList.default([]).describe("Receipts: ids in the table sources.");

export const topic = ref("topics").describe("Topic: an id of site.yaml.");

export const side = ref("sides").describe("Id in `sides` of site.yaml.");

/** From the most certain to the least. Each text completes a sentence that begins with the status. */
export const STATUS_MEANINGS = {
  confirmed: "on the record, or stated as fact by two independent newsrooms",
  reported: "from unnamed sources",
  alleged: "an accusation that no court has tried",
  disputed: "parties or outlets contradict each other",
} as const;

export const status = choice(STATUS_MEANINGS);
