import { z } from "zod";
import {
  about,
  actor,
  attribution,
  date,
  day,
  end,
  figures,
  id,
  isBefore,
  lang,
  line,
  note,
  partialDate,
  ref,
  row,
  side,
  sources,
  status,
  topic,
  editorial,
} from "../fields.ts";
import { quote } from "./quotation.ts";

/** A time at which the sources were gone through, all or those of a period. */
export const reading = row({
  id,
  date: day.describe("Day on which it ended."),
  /** The check refuses rows and pages that are dated later. */
  reaches: day.describe("Last day of which pages could be found."),
  what: line.describe("What was read."),
});

/** Something that happened or was said, as one checkable statement. */
export const event = row({
  id,
  topic,
  /** The day of the event, not of the report. */
  date,
  end,
  order: z
    .number()
    .int()
    .positive()
    .optional()
    .describe(
      "Place among the events of its day and story, where the order of the file is not that of the day.",
    ),
  title: line.max(60).describe("Headline, neutral."),
  statement: line.describe("One to three sentences in the site’s words."),
  status,
  attributed_to: attribution,
  actors: z
    .array(actor)
    .default([])
    .describe("People and organisations involved: ids in the tables people and organisations."),
  about: z
    .array(ref("themes", "questions"))
    .default([])
    .describe("Clauses that it tells of: ids of questions, or of themes where it names no more."),
  figures,
  quote: quote.optional(),
  sources,
  note,
  ...editorial,
});

const role = row({
  title: line.describe("Office."),
  from: partialDate.optional().describe("Since when, if known."),
  to: partialDate.optional().describe("Until when; empty if it lasts or is not known."),
  leads: z.boolean().optional().describe("Whether the office leads its side in the talks."),
}).refine(({ from, to }) => !from || !to || !isBefore(to, from), {
  path: ["to"],
  error: "must not lie before `from`",
});

/** Required of those who took part in a meeting. */
const spokenFor = side.optional().describe("For whom the actor speaks in the talks.");

const names = {
  name: line.describe("Name in English."),
  names: z.record(lang, line).default({}).describe("Name in another language"),
  also: z.array(line).default([]).describe("Other spellings."),
};

export const person = row({
  id,
  ...names,
  role: line.describe("What the person does, as of the date that the site covers."),
  roles: z.array(role).default([]).describe("Offices, latest first."),
  side: spokenFor,
  note,
  sources,
  ...editorial,
});

export const organisation = row({
  id,
  ...names,
  kind: z
    .enum([
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
    ])
    .describe("What kind of body it is."),
  role: line.describe("What it is or does."),
  side: spokenFor,
  founded: partialDate.optional().describe("When it was founded or formed."),
  sources,
  ...editorial,
});

/** Where sources contradict each other: shown wherever the reader meets the matter. */
export const disagreement = row({
  id,
  subject: line.describe("What they disagree on."),
  versions: line.describe("The versions, each with who gives it."),
  about: about.min(1),
  sources: z.array(ref("sources")).default([]).describe("Receipts: ids in the table sources."),
  ...editorial,
});

/** Something looked for and not found: the site's list of what is not known. */
export const unknown = row({
  id,
  topic,
  what: line.describe("What is not known."),
  result: line.describe("What was found instead, or how far the search came."),
  about: about.default([]),
  ...editorial,
});

/** A cell of a series: a number, a text, or nothing; a number that was worked out and not read says so. */
const cell = z.union([z.number(), line, z.null(), row({ value: z.number(), derived: z.literal(true) })], {
  error: "must be a number, a text, null or { value: 1, derived: true }",
});

export const series = row({
  id,
  title: line.describe("Title."),
  unit: line.describe("Unit."),
  columns: z.array(line).min(2).describe("Columns, as the publisher or the site names them."),
  /** A table of its own, with one row for each of these. */
  rows: z.array(z.array(cell)).min(1),
  as_of: partialDate.describe("Up to when."),
  licence: line.optional().describe("Terms of the data’s own publisher."),
  note,
  sources,
  ...editorial,
});
