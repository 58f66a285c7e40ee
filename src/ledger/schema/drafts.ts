import { z } from "zod";
import {
  ACTORS,
  countryCode,
  day,
  editorial,
  end,
  eventOfRow,
  eventOr,
  id,
  inOrder,
  latitude,
  line,
  needs,
  longitude,
  note,
  partialDate,
  quotation,
  ref,
  refs,
  row,
  side,
  sources,
  status,
  translated,
} from "../fields.ts";

export const draft = row({
  id,
  name: line,
  short: line.max(16).describe("Its name on the site, in one or two words."),
  date: day,
  authors: line.describe("Known authors."),
  by: z.array(side).min(1).describe("The sides known to have written it."),
  input: z.array(side).default([]).describe("Sides that gave input, or had a hand in it by some accounts."),
  based_on: z
    .array(
      row({
        draft: ref("drafts"),
        how: line.max(110).describe("What is said of it, in the site’s words."),
        known: z
          .enum(["said", "inferred"])
          .default("said")
          .describe("inferred: nobody was found to say so, but name and number of points are the same."),
        sources,
      }),
    )
    .default([])
    .describe("Earlier texts that it reworks."),
  points: z.number().int().positive().max(100).optional().describe("Number of points, if it is known."),
  text_public: z.enum(["full", "partial", "none"]).describe("How much of the text the public has seen."),
  absence: z
    .enum(["silent", "out-of-scope", "unreported"])
    .describe(
      "What a missing answer means. silent: the text was read in full and does not say. " +
        "out-of-scope: the paper deals with other matters. " +
        "unreported: not in what was published or reported.",
    ),
  read_out: z
    .boolean()
    .optional()
    .describe("Whether its points are on record one by one: published, or read out."),
  summary: line.describe("In two or three sentences."),
  start_with: z
    .array(ref("drafts"))
    .optional()
    .describe("Later drafts to compare it with first: ids in the table drafts."),
  note,
  sources,
  ...editorial,
});

export const point = row({
  draft: ref("drafts"),
  number: z.number().int().positive().max(100),
  title: line.max(80).describe("What it deals with."),
  summary: line.describe("In the site’s words."),
  sources,
  ...editorial,
});

export const theme = row({
  id,
  name: line.max(44),
  also: z.array(line).default([]).describe("Other words by which readers look for it."),
  order: z.number().int().positive().describe("Place in the reading order."),
  group: line.max(40).describe("Heading on the page of clauses, which it shares with others."),
  summary: line.describe("What is at stake."),
  clauses: z
    .array(
      row({
        /** Unique among all themes. */
        id,
        text: line.max(90).endsWith("?"),
      }),
    )
    .min(1)
    .max(5)
    .describe("Leading one first: ids in the table clauses."),
});

const ABSENT_ANSWER = "Not mentioned";

/** Its key is `<draft>--<clause>`: a draft answers a clause once. */
export const answer = row({
  draft: ref("drafts"),
  clause: ref("clauses"),
  text: line
    .max(160)
    .default(ABSENT_ANSWER)
    .describe(
      "Short and comparable, in the site’s words: the same to the letter where two drafts say the same. " +
        "Omitted if it is absent.",
    ),
  absent: z.boolean().optional().describe("Whether the draft says nothing on this."),
  dropped: z.boolean().optional().describe("If absent: whether a source says that it was dropped."),
  quoted: z.boolean().optional().describe("Whether the answer is the draft’s own words."),
  remark: line
    .max(60)
    .optional()
    .describe("What a reader needs in addition, in a few words, such as who says so."),
  gist: line
    .max(60)
    .optional()
    .describe("The answer in a few words, for the front page; empty if it is as short."),
  summary: line.describe("The answer in full, in the site’s words."),
  quote: translated(quotation.extend({ lang: quotation.shape.lang.default("en") }))
    .optional()
    .describe("The draft’s own words, where they are public."),
  points: z
    .array(z.number().int().positive())
    .default([])
    .describe("Points of the draft that it is taken from."),
  value: z.number().optional().describe("The number in the answer."),
  unit: line.optional(),
  status: z
    .enum(["stated", "softened", "removed", "added", "open"])
    .describe(
      "What became of the first draft’s demand. stated: in full force. softened: in a weaker form. " +
        "removed: dropped or rejected. added: not in the first draft. open: left for later.",
    ),
  certainty: z
    .enum(["published", "reported", "claimed"])
    .describe("published: in a public text. reported: by outlets. claimed: by a party to the talks."),
  attributed_to: line.optional().describe("Who claims it, where the summary does not say."),
  sources,
  note,
  ...editorial,
})
  .refine(({ text, absent }) => (text === ABSENT_ANSWER) === (absent === true), {
    path: ["text"],
    error: "must be omitted of an answer that is absent",
    params: { fix: "remove `text` or `absent`" },
  })
  .refine(...needs("dropped", "absent"))
  .refine(...needs("value", "unit"))
  .refine(...needs("unit", "value"));

export const pointCount = row({
  id,
  date: day.describe("When it was said."),
  points: z.number().int().positive().max(100),
  said_by: line,
  draft: ref("drafts").optional(),
  sources,
});

/** A round of talks, with an `event` or else a `status` of its own. */
export const meeting = row({
  id,
  event: eventOfRow,
  status: status.optional().describe("Status of a meeting without an event."),
  date: partialDate,
  end,
  place: line,
  city: line.optional(),
  country: countryCode.optional(),
  lat: latitude.optional(),
  lon: longitude.optional(),
  format: z.enum(["bilateral", "trilateral", "multilateral", "call"]).describe("Who sat at the table."),
  participants: z
    .array(ref(...ACTORS))
    .min(1)
    .describe("Ids in the tables people or organisations."),
  apart: z
    .array(
      row({
        who: ref(...ACTORS),
        met: refs(...ACTORS).describe("Whom of the others they met all the same."),
      }),
    )
    .default([])
    .describe("Those of them who were not in one room with the others."),
  outcome: line,
  sources,
  note,
  ...editorial,
})
  .refine(...eventOr("status"))
  .refine(...inOrder("date", "end"));

export const position = row({
  id,
  actor: ref("organisations"),
  theme: ref("themes"),
  date: partialDate,
  stance: line.describe("What it said, in the site’s words."),
  brief: line
    .max(60)
    .optional()
    .describe("The same in a few words; with who says so, where the actor does not."),
  sources,
  note,
  ...editorial,
});

/** What a draft or a side asks of regions: our reading of an answer or a position. */
export const regionClaim = row({
  id,
  draft: ref("drafts").optional(),
  clause: ref("clauses").optional(),
  option: z.number().int().min(1).max(9).optional().describe("Option of the draft; empty: all of them."),
  position: ref("positions").optional().describe("Where no draft asks it: id in the table positions."),
  regions: z
    .array(
      z.string().regex(/^[A-Z]{2}-[A-Z\d]{1,3}$/, "must be an ISO 3166-2 code of a region, such as FR-75C"),
    )
    .min(1)
    .describe("ISO 3166-2 codes."),
  part: id
    .optional()
    .describe("Part of the region, by a name that the chart gives a shape; empty: the whole."),
  asks: z
    .enum(["recognised", "zone", "frozen", "talks", "leaves"])
    .describe("What is asked, never whose the land is. leaves: an army does."),
  army: ref("organisations").optional().describe("Whose army leaves."),
  says: line.max(110).describe("In words, next to the map."),
  sources,
  ...editorial,
}).refine(
  ({ draft, clause, position }) =>
    (draft === undefined) !== (position === undefined) && (draft === undefined) === (clause === undefined),
  {
    path: ["draft"],
    error: "must be given with `clause` and without `position`, or `position` alone",
  },
);
