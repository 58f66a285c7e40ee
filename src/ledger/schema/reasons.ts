import { z } from "zod";
import {
  about,
  ANYTHING,
  attribution,
  figures,
  id,
  line,
  note,
  partialDate,
  ref,
  row,
  sources,
  status,
  topic,
  editorial,
} from "../fields.ts";
import { READER_QUESTIONS } from "../../site.ts";
import { quote } from "./quotation.ts";

/** Why something was asked or refused, what a figure means, what follows, what would have to be: for the explainers. */
export const reason = row({
  /** A word for the matter and one for the point: `donetsk-fortified-line`. */
  id,
  kind: z
    .enum(["reason", "yardstick", "consequence", "condition"])
    .describe(
      "reason: why somebody asks for it or refuses it. yardstick: what to measure it by. " +
        "consequence: what follows from it, or is expected to. " +
        "condition: what would have to be so first, or what somebody demands.",
    ),
  question: z
    .enum(READER_QUESTIONS)
    .describe("Which question of readers it helps to answer: an id of site.yaml."),
  about: about.default([]),
  topic,
  date: partialDate.describe("When it was said or counted."),
  title: line.max(90).describe("Headline, neutral."),
  statement: line.max(450).describe("One or two sentences in the site’s words."),
  status: status.describe(
    "How far it is established. " +
      "confirmed: on the record, in a document or a count of its own publisher. " +
      "reported: one newsroom’s account, sources that are not named, or somebody’s judgement. " +
      "alleged: an accusation not tried. disputed: parties or outlets contradict each other.",
  ),
  attributed_to: attribution,
  inference: z
    .array(ref(...ANYTHING, "unknowns"))
    .min(1, "must have at least one id")
    .optional()
    .describe(
      "For arithmetic or a reading of the site’s own: ids of the rows that it rests on. Empty for what others say.",
    ),
  figures,
  quote: quote.optional(),
  sources,
  note,
  ...editorial,
});
