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

/** From the most certain to the least; what readers see of them is in `labels` of site.yaml. */
export const status = choice({
  confirmed: "on record, or told as fact by two independent sources",
  reported: "told by somebody, and not on record",
  alleged: "an accusation that no court has tried",
  disputed: "the sources contradict each other",
});
