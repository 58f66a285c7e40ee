import { z } from "zod";
import { READER_QUESTIONS } from "../site.ts";
import {
  ACTORS,
  allegation,
  ANYTHING,
  attribution,
  certainty,
  countryCode,
  day,
  editorial,
  end,
  eventOfRow,
  eventOr,
  figures,
  id,
  inOrder,
  lang,
  latitude,
  line,
  longitude,
  needs,
  note,
  partialDate,
  quotation,
  quote,
  ref,
  refs,
  row,
  saysWhoSaysSo,
  side,
  sources,
  status,
  topic,
  translated,
  webUrl,
} from "./fields.ts";

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

export const visit = row({
  id,
  event: eventOfRow,
  number: z.number().int().positive().describe("By the site’s list."),
  number_is: z
    .enum(["agreed", "disputed"])
    .describe("agreed: no other count found. disputed: others count otherwise."),
  date: day,
  end: day.optional(),
  place: line,
  lat: latitude,
  lon: longitude,
  occasion: line,
  agreed: line.describe("What was agreed or announced."),
  sources,
  note,
  ...editorial,
}).refine(...inOrder("date", "end"));

/**
 * Announced equipment, with an `event` or else a `certainty` of its own. Promised, produced and delivered
 * equipment must not be added.
 */
export const delivery = row({
  id,
  event: eventOfRow,
  certainty: status.optional().describe("Status of an announcement without an event."),
  item: line,
  short: line.max(16).optional().describe("In one or two words, for drawings."),
  category: z.enum([
    "artillery",
    "missiles",
    "air-defence",
    "aircraft",
    "armour",
    "ammunition",
    "training",
    "other",
  ]),
  quantity: z.number().nonnegative().optional().describe("Pieces, where a number is known."),
  quantity_note: line.optional().describe("What the number counts, or why it is missing."),
  quantity_certainty: certainty
    .optional()
    .describe("reported: the number is not that of the two governments."),
  quantity_is: z
    .enum(["announced", "planned"])
    .default("announced")
    .describe("planned: so many in all, by a plan; announced: by this announcement."),
  announced: partialDate.optional(),
  delivered_from: partialDate.optional(),
  status: z.enum(["intent", "pledged", "ordered", "partly-delivered", "delivered", "unknown"]),
  sources,
  note,
  ...editorial,
})
  .refine(...eventOr("certainty"))
  .refine(...needs("quantity", "quantity_certainty"));

export const agreement = row({
  id,
  event: eventOfRow,
  date: partialDate,
  name: line,
  what: line.describe("What it says."),
  value_eur_bn: z
    .number()
    .nonnegative()
    .optional()
    .describe("EUR billion; a ceiling or a plan where the note says so."),
  binding: z
    .enum(["treaty", "agreement", "contract", "declaration", "letter-of-intent", "pledge", "loan", "law"])
    .describe("What it binds to."),
  sources,
  note,
  ...editorial,
});

/** Aid of one donor up to a cut-off date, in EUR billion. */
export const aid = row({
  id,
  donor: line,
  country: countryCode,
  military_eur_bn: z.number().describe("EUR billion."),
  financial_eur_bn: z.number().describe("EUR billion."),
  humanitarian_eur_bn: z.number().describe("EUR billion."),
  total_eur_bn: z.number().describe("EUR billion."),
  gdp_share_pct: z.number().optional().describe("Per cent of GDP, of the year that the tracker takes."),
  eu_share_pct: z.number().optional().describe("The donor’s share in EU aid, per cent of GDP."),
  basis: z
    .enum(["allocations", "commitments"])
    .describe("allocations: set aside for a purpose. commitments: promised."),
  as_of: day.describe("Cut-off date."),
  release: line.describe("Release of the tracker."),
  sources,
});

export const coalition = row({
  id,
  event: eventOfRow,
  country: countryCode,
  name: line.describe("Country in English."),
  joined: line.describe("When it joined or pledged."),
  offer: z
    .enum(["troops", "support", "no-troops", "undecided", "none-found"])
    .describe(
      "troops: ready to send soldiers. support: helps from outside. " +
        "no-troops: takes part but rules out soldiers. undecided: said so. " +
        "none-found: no offer found.",
    ),
  pledge: line,
  certainty: certainty.describe("reported: by officials who are not named, not by the country."),
  sources,
  note,
  ...editorial,
});

/** Row schemas by the name of the collection’s file or folder, in the order of the downloads. */
export const collections = {
  sources: source,
  publishers: publisher,
  events: event,
  readings: reading,
  reasons: reason,
  drafts: draft,
  themes: theme,
  answers: answer,
  points: point,
  "point-counts": pointCount,
  meetings: meeting,
  positions: position,
  "region-claims": regionClaim,
  people: person,
  organisations: organisation,
  visits: visit,
  deliveries: delivery,
  agreements: agreement,
  aid,
  coalition,
  proceedings: proceeding,
  exits: exit,
  "case-steps": caseStep,
  flows: flow,
  disagreements: disagreement,
  unknowns: unknown,
  series,
} as const;

export type CollectionName = keyof typeof collections;
export type Row<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;

export type Ledger = { readonly [Name in CollectionName]: ReadonlyArray<Row<Name>> };

export type Source = Row<"sources">;
export type Publisher = Row<"publishers">;
export type Event = Row<"events">;
export type Reason = Row<"reasons">;
export type Draft = Row<"drafts">;
export type Point = Row<"points">;
export type Theme = Row<"themes">;
export type Clause = Theme["clauses"][number];
export type Answer = Row<"answers">;
export type Meeting = Row<"meetings">;

/** The row’s id or, for rows without one, the ids that identify it. */
export function rowKey(collection: string, row: object): string {
  if (collection === "answers") return answerKey(row as Answer);
  if (collection === "points") return `${(row as Point).draft}--${(row as Point).number}`;
  return (row as { id: string }).id;
}

export function answerKey(answer: Pick<Answer, "draft" | "clause">): string {
  return `${answer.draft}--${answer.clause}`;
}
