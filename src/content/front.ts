import { join } from "node:path";
import { z } from "zod";
import { CONTENT_DIR } from "../settings.ts";
import { line, list, ref } from "../yaml/fields.ts";
import { readYaml } from "../yaml/yaml-file.ts";
import { countWords } from "../ledger/words.ts";
import { siteSchema } from "../site.ts";

const MAX_ANSWER_WORDS = 50;

/** May contain components of explainers. */
const text = z.string().min(1).max(900);

/** A leading question, with what its answers come to in a word, where there is one. */
const question = z.strictObject({
  clause: ref("clauses"),
  name: line.max(18).describe("What it is about, in one or two words."),
  words: list(
    z.strictObject({
      draft: ref("drafts"),
      word: line.max(14).describe("What this draft answers: “600,000”."),
    }),
  ),
});

const front = z.strictObject({
  title: line.max(60).describe("Title for search engines, after the name of the site."),
  kicker: line.max(60).optional(),
  heading: line.max(90),
  answer: text
    .refine((text) => countWords(text.replace(/<[^>]*>/g, " ")) <= MAX_ANSWER_WORDS, {
      error: `must have at most ${MAX_ANSWER_WORDS} words`,
    })
    .describe("The answer in at most 50 words."),
  explainer: ref("explainers").describe("Explainer that tells the whole story."),
  questions: z
    .array(question)
    .max(6)
    .default([])
    .describe("Leading questions, followed through all drafts in the drawing."),
  now: text.optional().describe("Where it stands, in one to three sentences."),
});

export type Front = z.infer<typeof front>;

/** `site.yaml` with the front page. */
export const siteWithFront = siteSchema.extend({ front });

/** Throws a ContentError with every problem. */
export function readFront(directory = CONTENT_DIR): Front {
  return readYaml(join(directory, "site.yaml"), siteWithFront).front;
}

/** Texts that cite, in reading order, with their paths in `site.yaml`. */
export function frontTexts({ answer, now = "" }: Front): [path: PropertyKey[], text: string][] {
  return [
    [["front", "answer"], answer],
    [["front", "now"], now],
  ];
}

/** Texts that cite, as one body of MDX. */
export function frontBody(front: Front): string {
  return frontTexts(front)
    .map(([, text]) => text)
    .join("\n\n");
}
