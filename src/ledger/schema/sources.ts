import { z } from "zod";
import { countryCode, id, lang, line, partialDate, ref, row, webUrl } from "../fields.ts";

export const publisher = row({
  id,
  name: line.describe("Name, as receipts print it."),
  kind: z
    .enum([
      "official-body",
      "agency",
      "newsroom-of-record",
      "newsroom",
      "broadcaster",
      "research",
      "speaker",
      "regional",
      "aggregator",
    ])
    .describe(
      "official-body: speaks for itself. agency: sells its reports to others. " +
        "newsroom-of-record: its own reporting is a reference. newsroom, broadcaster: other outlets. " +
        "research: institutes and associations that publish their own findings. " +
        "speaker: a person or company on its own account. regional: of one town or region. " +
        "aggregator: digests, reposts, copies.",
    ),
  /** The rule is in docs/decisions/015. */
  state_controlled_by: countryCode
    .optional()
    .describe("The state that sets what it says: two-letter country code."),
  country: countryCode
    .optional()
    .describe("Country, ISO 3166-1 alpha-2, where it is known; EU for the Union."),
  languages: z.array(lang).default([]).describe("Languages of its pages that were read, BCP 47."),
});

/** A document that carries facts. Every one is public and was read, whole or in part. */
export const source = row({
  /** Publisher, date and a word: `axios-2025-11-20-plan`. */
  id,
  publisher: ref("publishers").describe("Who published the page: id in the table publishers."),
  title: line.optional().describe("Title as published, in the language of the page, if it was seen."),
  about: line.optional().describe("What the page is, in the site’s words, where the title was not seen."),
  url: webUrl.describe("Address of the page."),
  published: partialDate.optional().describe("Date of publication, if it is known."),
  lang: lang.describe("Language of the page, BCP 47."),
  kind: z.enum(["news", "official", "analysis", "dataset"]).describe("What kind of document it is."),
  seen: z
    .enum(["whole", "part", "headline"])
    .describe(
      "How it was read. whole: the full text. part: an excerpt. headline: its title or address, in a digest or a list.",
    ),
  /** Its own publisher stands here where the page is a copy at another address. */
  relays: z
    .array(ref("publishers"))
    .default([])
    .describe(
      "Whose work the page carries: ids in the table publishers, the origin first; " +
        "`unnamed` where it does not say. Empty where it is the publisher’s own. " +
        "Pages of one origin count as one receipt.",
    ),
  carries: z
    .enum(["whole"])
    .optional()
    .describe("whole: the page prints the text that it relays, word for word."),
});
