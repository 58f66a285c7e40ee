import { z } from "zod";
import {
  actor,
  countryCode,
  date,
  end,
  eventOfRow,
  id,
  latitude,
  line,
  longitude,
  note,
  place,
  ref,
  row,
  sources,
  status,
  editorial,
} from "../fields.ts";

/** A round of talks. It has an `event` or, where none tells of it, a `status` of its own. */
export const meeting = row({
  id,
  event: eventOfRow,
  status: status
    .optional()
    .describe("How far it is established that it was held, where no event tells of it."),
  date,
  end,
  place,
  city: line.optional().describe("City."),
  country: countryCode.optional(),
  lat: latitude.optional(),
  lon: longitude.optional(),
  format: z.enum(["bilateral", "trilateral", "multilateral", "call"]).describe("Who sat at the table."),
  participants: z.array(actor).min(1).describe("Who took part: ids of people and organisations."),
  apart: z
    .array(
      row({
        who: actor.describe("Who: id of a person or organisation."),
        met: z.array(actor).default([]).describe("Whom of the others they met all the same."),
      }),
    )
    .default([])
    .describe("Those of them who were not in one room with the others."),
  outcome: line.describe("What came of it."),
  sources,
  note,
  ...editorial,
});

export const position = row({
  id,
  actor: ref("organisations").describe("Who: id in the table organisations."),
  theme: ref("themes").describe("On what: id in the table themes."),
  date,
  stance: line.describe("What it said, in the site’s words."),
  brief: line
    .max(60)
    .optional()
    .describe("The same in a few words, for drawings; with who says so, where the actor does not."),
  sources,
  note,
  ...editorial,
});

/** What a draft, or a side by its own words, asks of regions of Ukraine: a reading of an answer or a position, with its receipts. */
export const regionClaim = row({
  id,
  draft: ref("drafts").optional().describe("Which draft asks it: id in the table drafts."),
  question: ref("questions").optional().describe("In which answer: id of a question."),
  option: z
    .number()
    .int()
    .min(1)
    .max(9)
    .optional()
    .describe("Which option of the draft, where it has some; empty: in all of them."),
  position: ref("positions")
    .optional()
    .describe("Which position asks it, where no draft does: id in the table positions."),
  regions: z
    .array(
      z.string().regex(/^[A-Z]{2}-[A-Z\d]{1,3}$/, "must be an ISO 3166-2 code of a region, such as FR-75C"),
    )
    .min(1)
    .describe("Of which regions: ISO 3166-2 codes."),
  part: id
    .optional()
    .describe("Of which part of the region: a name that the chart gives a shape; empty: of the whole."),
  asks: z
    .enum(["recognised", "zone", "frozen", "talks", "leaves"])
    .describe("What is asked, never whose the land is. leaves: an army does."),
  army: ref("organisations").optional().describe("Whose army leaves: id in the table organisations."),
  says: line.max(110).describe("The same in words, as they stand beside the map."),
  sources,
  ...editorial,
}).refine(
  ({ draft, question, position }) =>
    (draft === undefined) !== (position === undefined) && (draft === undefined) === (question === undefined),
  {
    path: ["draft"],
    error: "must stand with `question` and without `position`, or `position` alone",
  },
);
