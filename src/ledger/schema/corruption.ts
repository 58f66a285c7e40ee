import { z } from "zod";
import {
  allegation,
  date,
  day,
  eventOfRow,
  eventOr,
  id,
  line,
  needs,
  note,
  partialDate,
  ref,
  row,
  sources,
  status,
  editorial,
} from "../fields.ts";

/**
 * A minister or head of a national body who left office, or was suspended, amid a corruption case or a procurement scandal;
 * not deputies or governors.
 */
export const exit = row({
  id,
  date: day.describe("When it happened."),
  person: ref("people").describe("Who: id in the table people."),
  office: line.describe("From which office."),
  how: z.enum(["resigned", "dismissed", "suspended", "released"]).describe("How."),
  sources,
  note,
  ...editorial,
});

/** One accuser’s allegation against one person. */
export const proceeding = row({
  id,
  person: ref("people").describe("Who stands accused: id in the table people."),
  name: line.max(60).describe("Short name of the case; people accused in one case share it."),
  by: line.describe("Who accuses."),
  allegation,
  articles: z.array(line).default([]).describe("Articles of the criminal code, where they were seen."),
  stage: line.describe("Latest stage found."),
  as_of: partialDate.describe("Date of the latest page read."),
  answer: z
    .strictObject({
      text: line.describe("What the person answers, or “no answer found”."),
      date: partialDate.optional().describe("When it was given, if there is one."),
      sources: z.array(ref("sources")).default([]).describe("Receipts of the answer."),
    })
    .refine(...needs("date", "sources"))
    .refine(...needs("sources", "date"))
    .describe("The person’s answer."),
  in_favour: z
    .strictObject({ text: line.describe("What it is."), sources })
    .optional()
    .describe("What speaks for the person."),
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
  date,
  /** Where a person is named, with "alleged" wording. */
  step: line.describe("What happened, with attribution."),
  body: line.describe("The body that acted."),
  persons: z.array(ref("people")).default([]).describe("People named: ids in the table people."),
  proceedings: z
    .array(ref("proceedings"))
    .default([])
    .describe("Where it is a step of proceedings: ids in the table proceedings."),
  /** Written again, as the source of the step names it: a step filed under the wrong case is found by it. */
  accuser: line.optional().describe("Who accuses in these proceedings."),
  sources,
  ...editorial,
})
  .refine(...eventOr("status"))
  .refine(...needs("accuser", "proceedings"));

/** A movement of money as investigators allege it. Amounts measure different things and are never summed. */
export const flow = row({
  id,
  event: eventOfRow,
  from: line.describe("From where, as alleged."),
  to: line.describe("To where, as alleged."),
  label: allegation,
  amount_musd: z.number().positive().optional().describe("USD million, where one was given."),
  alleged_by: line.describe("Who alleges it."),
  certainty: z.enum(["alleged"]).describe("Always alleged: nothing of it has been tried."),
  answer: line.describe("What those concerned answer, or “no answer found”."),
  sources,
  ...editorial,
});
