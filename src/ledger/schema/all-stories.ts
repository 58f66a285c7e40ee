import { z } from "zod";
import { READER_QUESTIONS } from "../../site.ts";
import {
  ACTORS,
  ANYTHING,
  attribution,
  countryCode,
  day,
  editorial,
  end,
  figures,
  id,
  inOrder,
  lang,
  line,
  needs,
  note,
  partialDate,
  quote,
  ref,
  refs,
  row,
  saysWhoSaysSo,
  side,
  sources,
  status,
  topic,
  webUrl,
} from "../fields.ts";

export const publisher = row({
  id,
  name: line.describe("As receipts print it."),
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
        "research: publishes its own findings. speaker: a person or company on its own account. " +
        "regional: of one town or region. aggregator: digests, reposts, copies.",
    ),
  /** See docs/decisions/015. */
  state_controlled_by: countryCode
    .optional()
    .describe("The state that sets what it says: two-letter country code."),
  country: countryCode.optional(),
  languages: z.array(lang).default([]).describe("Languages of its pages that were read, BCP 47."),
});

export const source = row({
  /** `<publisher>-<date>-<word>` */
  id,
  publisher: ref("publishers"),
  title: line.optional().describe("As published, in the language of the page."),
  about: line.optional().describe("What the page is, if its title is unknown."),
  url: webUrl.describe("Address of the page."),
  published: partialDate.optional(),
  lang: lang.describe("Language of the page, BCP 47."),
  kind: z.enum(["news", "official", "analysis", "dataset"]),
  seen: z
    .enum(["whole", "part", "headline"])
    .describe("How it was read. part: an excerpt. headline: its title or address, in a digest or a list."),
  relays: refs("publishers").describe(
    "Whose work the page carries: ids in the table publishers, the origin first; `unnamed` where it does not say. " +
      "Empty where it is the publisher’s own. Pages of one origin count as one receipt.",
  ),
  carries: z
    .enum(["whole"])
    .optional()
    .describe("whole: the page prints the text that it relays, word for word."),
})
  .refine(({ title, about }) => (title ?? about) !== undefined, "must have `title` or `about`")
  .refine(...needs("carries", "relays"));

/** When all sources, or those of a period, were gone through. */
export const reading = row({
  id,
  date: day.describe("Day on which it ended."),
  reaches: day.describe("Last day of which pages could be found; no row may be later."),
  what: line.describe("What was read."),
});

export const event = row({
  id,
  topic,
  date: partialDate.describe("When it happened, not when it was reported."),
  end,
  order: z
    .number()
    .int()
    .positive()
    .optional()
    .describe("Place in its day and story, where that is not the order of the file."),
  title: line.max(60).describe("Headline, neutral."),
  statement: line.describe("One to three sentences in the site’s words."),
  status,
  attributed_to: attribution,
  actors: refs(...ACTORS),
  about: refs("themes", "clauses"),
  figures,
  quote,
  sources,
  note,
  ...editorial,
})
  .refine(...saysWhoSaysSo)
  .refine(...inOrder("date", "end"));

const about = refs(...ANYTHING).describe("What it concerns: ids of rows.");

export const reason = row({
  id,
  kind: z
    .enum(["reason", "yardstick", "consequence", "condition"])
    .describe(
      "reason: why somebody asks for it or rejects it. yardstick: what to measure it by. " +
        "consequence: what follows from it, or is expected to. " +
        "condition: what would have to be so first, or what somebody demands.",
    ),
  question: z
    .enum(READER_QUESTIONS)
    .describe("Question of readers that it helps to answer: an id of site.yaml."),
  about,
  topic,
  date: partialDate.describe("When it was said or counted."),
  title: line.max(90).describe("Headline, neutral."),
  statement: line.max(450).describe("One or two sentences in the site’s words."),
  status: status.describe(`${status.description} Somebody’s judgement is reported.`),
  attributed_to: attribution,
  inference: z
    .array(ref(...ANYTHING, "unknowns"))
    .min(1, "must have at least one id")
    .optional()
    .describe("For arithmetic or a reading of the site’s own: ids of the rows that it rests on."),
  figures,
  quote,
  sources,
  note,
  ...editorial,
}).refine(...saysWhoSaysSo);

const role = row({
  title: line.describe("Office."),
  from: partialDate.optional(),
  to: partialDate.optional().describe("Empty if it lasts or is not known."),
  leads: z.boolean().optional().describe("Whether the office leads its side in the talks."),
}).refine(...inOrder("from", "to"));

const names = {
  name: line.max(60).describe("In English."),
  names: z.record(lang, line).default({}).describe("Name in another language"),
  also: z.array(line).default([]).describe("Other spellings."),
};

/** Required for participants of a meeting. */
const speaksFor = side.optional().describe("For whom they speak in the talks.");

export const person = row({
  id,
  ...names,
  role: line.describe("What the person does, as of the date that the site covers."),
  roles: z.array(role).default([]).describe("Offices, latest first."),
  side: speaksFor,
  note,
  sources,
  ...editorial,
});

export const organisation = row({
  id,
  ...names,
  kind: z.enum([
    "state",
    "international",
    "government",
    "parliament",
    "court",
    "investigator",
    "prosecutor",
    "company",
    "delegation",
    "group",
    "ngo",
    "pollster",
  ]),
  role: line.describe("What it is or does."),
  side: speaksFor,
  founded: partialDate.optional(),
  sources,
  ...editorial,
});

export const disagreement = row({
  id,
  subject: line.describe("What they disagree on."),
  versions: line.describe("Each with who gives it."),
  about: z
    .array(ref(...ANYTHING))
    .min(1)
    .describe("What it concerns: ids of rows."),
  sources: refs("sources"),
  ...editorial,
});

export const unknown = row({
  id,
  topic,
  what: line.describe("What is not known."),
  result: line.describe("What was found instead, or where the search ended."),
  about,
  ...editorial,
});

const cell = z.union([z.number(), line, z.null(), row({ value: z.number(), derived: z.literal(true) })], {
  error: "must be a number, a text, null or { value: 1, derived: true }",
});

export const series = row({
  id,
  title: line,
  unit: line,
  columns: z.array(line).min(2).describe("As the publisher or the site names them."),
  rows: z.array(z.array(cell)).min(1),
  as_of: partialDate.describe("Up to when."),
  licence: line.optional().describe("Terms of the data’s own publisher."),
  note,
  sources,
  ...editorial,
});
