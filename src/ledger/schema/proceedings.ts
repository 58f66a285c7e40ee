import { z } from "zod";
import {
  allegation,
  day,
  eventOfRow,
  eventOr,
  id,
  line,
  needs,
  note,
  partialDate,
  ref,
  refs,
  row,
  sources,
  status,
  editorial,
} from "../fields.ts";

/**
 * A minister or head of a national body who left office or was suspended amid proceedings or a scandal; not
 * deputies or governors.
 */
export const exit = row({
  id,
  date: day,
  person: ref("people"),
  office: line,
  how: z.enum(["resigned", "dismissed", "suspended", "released"]),
  sources,
  note,
  ...editorial,
});

/** One accuser’s allegation. */
export const proceeding = row({
  id,
  person: ref("people"),
  name: line.max(60).describe("Short name of the case; people accused in one case share it."),
  by: line.describe("Who accuses."),
  allegation,
  articles: z.array(line).default([]).describe("Of the criminal code, where they were seen."),
  stage: line.describe("Latest stage found."),
  as_of: partialDate.describe("Date of the latest page read."),
  answer: z
    .strictObject({
      text: line.describe("What the person answers, or “no answer found”."),
      date: partialDate.optional(),
      sources: refs("sources"),
    })
    .refine(...needs("date", "sources"))
    .refine(...needs("sources", "date"))
    .describe("The person’s answer."),
  in_favour: z.strictObject({ text: line, sources }).optional().describe("What speaks for the person."),
  against: z
    .strictObject({
      text: line.describe("What it is, or that the pages say nothing."),
      sources,
    })
    .optional()
    .describe("What the pages of `in_favour` say against the person."),
  sources,
  ...editorial,
}).refine(...needs("in_favour", "against"));

/** A step in or around a criminal case, with an `event` or else a `status` of its own. */
export const caseStep = row({
  id,
  event: eventOfRow,
  status: status.optional().describe("Status of a step without an event."),
  date: partialDate,
  /** A sentence that names a person must say “alleged” or the like. */
  step: line.describe("What happened, with attribution."),
  body: line.describe("The body that acted."),
  persons: refs("people"),
  proceedings: refs("proceedings"),
  accuser: line
    .optional()
    .describe("Who accuses, by the source of the step: it shows a step under a wrong case."),
  sources,
  ...editorial,
})
  .refine(...eventOr("status"))
  .refine(...needs("accuser", "proceedings"));

/** An alleged movement of money. The amounts measure different things and must not be added. */
export const flow = row({
  id,
  event: eventOfRow,
  from: line.describe("From where, as alleged."),
  to: line.describe("To where, as alleged."),
  label: allegation,
  amount_musd: z.number().positive().optional().describe("USD million, where one was given."),
  alleged_by: line.describe("Who alleges it."),
  certainty: z.enum(["alleged"]).describe("Nothing of it has been tried."),
  answer: line.describe("What those concerned answer, or “no answer found”."),
  sources,
  ...editorial,
});
