import { z } from "zod";
import type { YamlFile } from "../yaml/yaml-file.ts";
import { saysAccusation } from "./accusations.ts";
import {
  choice,
  countryCode,
  day,
  id,
  inOrder,
  isGiven,
  lang,
  line,
  list,
  needs,
  partialDate,
  ref,
  refs,
  row,
  rule,
  side,
  status,
  topic,
  webUrl,
} from "../yaml/fields.ts";
import {
  optionalSources,
  quotedFields,
  quotedRules,
  quotedWords,
  type Receipt,
  sources,
} from "./receipts.ts";
import { passageNumber, type Text } from "./texts.ts";

const eventOrStatus = rule(
  "status",
  "must be omitted where an `event` has it",
  ({ event, status }) => (event === undefined) !== (status === undefined),
  "remove `status`",
);

const saysWhoSaysSo = rule(
  "status",
  "must be `confirmed`, or come with `attributed_to`",
  ({ status, attributed_to }) => status === "confirmed" || attributed_to !== undefined,
  "name the person, body or outlet that says so",
);

const figuresAreAlleged = rule(
  "figures",
  "must not be confirmed in an accusation",
  ({ status, figures = [] }) =>
    status !== "alleged" || !(figures as { certainty?: string }[]).some((it) => it.certainty === "confirmed"),
  "write alleged, reported or disputed, or tell the number in an event that is confirmed",
);

const ACTORS = ["people", "organisations"];

const ANYTHING = [
  "drafts",
  "themes",
  "clauses",
  "events",
  "reasons",
  ...ACTORS,
  "meetings",
  "visits",
  "deliveries",
  "agreements",
  "coalition",
  "proceedings",
  "exits",
  "case-steps",
  "flows",
  "series",
  "aid",
];

const about = refs(...ANYTHING).describe("What it concerns: ids of rows.");
const actor = ref(...ACTORS);
const attribution = line.optional().describe("Who says so; required unless it is confirmed.");
const certainty = z.enum(["confirmed", "reported"]);
const end = partialDate.optional().describe("Last day, if it lasted.");
const ofEvent = ref("events").optional();
const inFewWords = line.max(60).optional();
const flag = z.boolean().optional();
const note = line.optional().describe("A caveat that the reader needs.");
const ownStatus = status.optional().describe("Status of a row without an event.");
const order = z.number().int().positive();
const passages = list(passageNumber).describe(
  "Passages of the draft that it is taken from, by their numbers.",
);

const allegation = line
  .refine(saysAccusation, "must say alleged, suspected of, accused of, charged with or indicted for")
  .describe("What is alleged.");

const searched = row({
  date: day,
  languages: z.array(lang).min(1).describe("Codes of the languages: en is English."),
})
  .optional()
  .describe("Last search for what is unknown or not found.");

const cited = {
  sources,
  searched,
};

const figures = list(
  row({
    id: id.describe("Unique in the row."),
    name: line.describe("What is counted."),
    value: z.number(),
    unit: line,
    certainty: status.optional().describe("That of the row, unless it says otherwise."),
  }),
).describe("Numbers in the statement.");

const quotation = row({ ...quotedFields, source: ref("sources") }).check(...quotedRules);

export type Quotation = z.infer<typeof quotation>;

const quote = quotation
  .safeExtend({ by: actor, lang })
  .optional()
  .describe("Who said or wrote words, in which language and source. Downloads leave out the words.");

const publisher = row({
  id,
  name: line,
  kind: choice({
    "official-body": "speaks for itself",
    agency: "sells its reports to others",
    "press-of-record": "its own reporting is a reference",
    press: "a newspaper, a magazine or a site",
    broadcaster: "radio or television",
    research: "publishes its own findings",
    archive: "an archive, a library or a museum",
    speaker: "a person or company on its own account",
    regional: "of one town or region",
    reference: "an encyclopaedia, a dictionary or another work of reference",
    aggregator: "digests, reposts, copies",
  }),
  /** See docs/decisions/015. */
  state_controlled_by: countryCode
    .optional()
    .describe("The state that sets what it says: two-letter country code."),
  country: countryCode.optional(),
  languages: list(lang).describe("Codes of the languages of its pages that were read: en is English."),
});

const source = row({
  /** `<publisher>-<date>-<word>` */
  id,
  publisher: ref("publishers"),
  title: line.optional().describe("As published, in the language of the page."),
  about: line.optional().describe("What the page is, if its title is unknown."),
  url: webUrl,
  published: partialDate.optional(),
  lang,
  kind: z
    .enum(["news", "official", "analysis", "dataset"])
    .describe("official: what its publisher itself decided, recorded or found. dataset: figures."),
  read: z
    .enum(["whole", "part", "title"])
    .describe("How it was read. part: an excerpt. title: its title or address alone, in a digest or a list."),
  relays: refs("publishers").describe(
    "Whose work the page carries: ids in the table publishers, the origin first. " +
      "Empty where it is the publisher’s own. Pages of one origin count as one source. unnamed: the page does not name it.",
  ),
  carries: choice({ whole: "the page prints the text that it relays, word for word" }).optional(),
}).check(
  rule("", "must have `title` or `about`", ({ title, about }) => (title ?? about) !== undefined),
  needs("carries", "relays"),
);

const event = row({
  id,
  topic,
  date: partialDate.describe("When it happened, not when it was reported."),
  end,
  order: order
    .optional()
    .describe(
      "Place in its day and story, where that is not the order of the file. Of an event without a day: the day of the month, or month of the year, after which it comes; without one it comes before all of them.",
    ),
  title: line.max(60).describe("Title, neutral."),
  statement: line.describe("One to three sentences in the site’s words."),
  status,
  attributed_to: attribution,
  actors: refs(...ACTORS),
  about: refs("themes", "clauses"),
  leading: flag.describe("Whether it is a leading event: the timeline shows it unfolded."),
  figures,
  quote,
  note,
  ...cited,
  accepted: line.optional().describe("Why one source that is no record is enough."),
}).check(saysWhoSaysSo, figuresAreAlleged, inOrder("date", "end"));

const reason = row({
  id,
  kind: choice({
    reason: "why somebody asks for it or rejects it",
    yardstick: "what to measure it by",
    consequence: "what follows from it, or is expected to",
    condition: "what would have to be so first, or what somebody asks for first",
  }),
  question: ref("reader_questions").describe("Id of the question of readers that it helps to answer."),
  about,
  topic,
  date: partialDate.describe("When it was said or counted."),
  title: line.max(90).describe("Title, neutral."),
  statement: line.max(450).describe("One or two sentences in the site’s words."),
  status: status.describe(`${status.description} Somebody’s judgement is reported.`),
  attributed_to: attribution,
  inference: z
    .array(ref(...ANYTHING, "unknowns"))
    .min(1, "must have at least one id")
    .optional()
    .describe("For arithmetic or a reading of the site’s own: ids of the rows that it rests on."),
  figures,
  note,
  ...cited,
}).check(saysWhoSaysSo, figuresAreAlleged);

const role = row({
  title: line,
  from: partialDate.optional(),
  to: partialDate.optional().describe("Empty if it lasts or is not known."),
}).check(inOrder("from", "to"));

const named = {
  name: line.max(60),
  names: z
    .record(lang, line)
    .default({})
    .describe("Names in other languages, each after the code of its language: { de: Genf }."),
  also: list(line).describe("Other spellings."),
  /** Required for participants of a meeting. */
  side: side.optional().describe("Their side, if they have one."),
};

const person = row({
  id,
  ...named,
  family: line.optional().describe("Family name, if they are listed and searched for by it."),
  role: line.describe("What they are, or were."),
  roles: list(role).describe("Offices, newest first."),
  note,
  ...cited,
});

const organisation = row({
  id,
  ...named,
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
    "newspaper",
    "university",
    "church",
    "society",
    "group",
    "ngo",
    "pollster",
  ]),
  role: line,
  founded: partialDate.optional(),
  ...cited,
});

const disagreement = row({
  id,
  subject: line,
  versions: line.describe("Each with who gives it."),
  about: about.unwrap().min(1),
  sources: optionalSources,
  searched,
});

const unknown = row({
  id,
  topic,
  what: line.describe("What is not known."),
  result: line.describe("What was found instead, or where the search ended."),
  about,
  searched,
});

const cell = z.union([z.number(), line, z.null(), row({ value: z.number(), derived: z.literal(true) })], {
  error: "must be a number, a text, null or { value: 1, derived: true }",
});

const series = row({
  id,
  title: line,
  unit: line,
  columns: z.array(line).min(2),
  rows: z.array(z.array(cell)).min(1),
  as_of: partialDate,
  note,
  ...cited,
});

const draft = row({
  id,
  name: line,
  short: line.max(16).describe("Its name on the site, in one or two words."),
  date: partialDate.describe("Its day, or its month or year where no more is known."),
  authors: line,
  by: list(side).describe(
    "The sides known to have written it or a part of it; none where that is not known.",
  ),
  input: list(side).describe(
    "Sides that had a hand in it by some accounts; where that is on record, write them in `by`.",
  ),
  based_on: list(
    row({
      draft: ref("drafts"),
      how: line.max(110).describe("How it reworks it, in the site’s words."),
      known: choice({ said: "a source says so", inferred: "we read it from the texts" }).default("inferred"),
      sources,
    }),
  ).describe("Earlier texts that it reworks."),
  points: order.max(100).optional().describe("Their number, if it is known."),
  text_public: z
    .enum(["full", "partial", "none", "unknown"])
    .describe("How much of the text the public has seen."),
  absence: choice(
    {
      "out-of-scope": "the paper deals with other matters",
      unreported: "not in what was published or reported",
    },
    "What a missing answer means where nobody could read the whole text; without it, nothing is said of it.",
  ).optional(),
  read_whole: row({ day, source: ref("sources") })
    .optional()
    .describe("When and where somebody read the whole text: only then can it be silent on a clause."),
  silent_on: refs("clauses").describe("Clauses that the text, read whole, does not mention."),
  unknown_on: refs("clauses").describe("Clauses on which its answer is not known."),
  read_out: flag.describe("Whether its points are on record one by one: published, or read out."),
  summary: line.default("").describe("In one to three sentences."),
  note,
  ...cited,
}).check(
  needs("silent_on", "read_whole"),
  rule(
    "absence",
    "must not stand where `read_whole` does",
    ({ absence, read_whole }) => !absence || !read_whole,
    "remove one of the two",
  ),
);

const passage = row({
  draft: ref("drafts"),
  number: passageNumber,
  title: line.max(80),
  summary: line,
  ...cited,
});

const alignment = row({
  drafts: z.tuple([ref("drafts"), ref("drafts")]).describe("The earlier and the later draft."),
  from: list(passageNumber).describe("Passages of the earlier; empty: what follows is new."),
  to: list(passageNumber).describe("Passages of the later; empty: they were dropped."),
  note,
  sources: optionalSources,
}).check(rule("to", "must not be empty where `from` is", ({ from, to }) => isGiven(from) || isGiven(to)));

const judgement = row({
  from: ref("drafts"),
  to: ref("drafts"),
  clause: ref("clauses"),
  verdict: z.enum(["softer", "stronger"]),
  reason: line.max(240).describe("Why, in a sentence that readers see."),
  marks: line
    .optional()
    .describe("Where a side is a translation: both wordings in one, as [-struck-]{+inserted+}."),
  sources: optionalSources,
});

const theme = row({
  id,
  name: line.max(44),
  also: list(line).describe("Other words by which readers look for it."),
  order: order.describe("Place in the reading order."),
  short: line.max(16).optional().describe("Its name in drawings, if the other is too long."),
  group: line.max(40).describe("Heading on the page of clauses."),
  summary: line.describe("What is at stake."),
  clauses: z
    .array(
      row({
        /** Unique among all themes. */
        id,
        text: line.max(90).endsWith("?", "must end with a question mark"),
      }),
    )
    .min(1)
    .max(5)
    .describe("Questions followed through the drafts, the leading one first."),
});

export const ABSENT_ANSWER = "Not mentioned";

/** Its key is `<draft>--<clause>`: a draft answers a clause once. */
const answer = row({
  draft: ref("drafts"),
  clause: ref("clauses"),
  says: line
    .max(160)
    .default(ABSENT_ANSWER)
    .describe(
      "Short and comparable, in the site’s words: the same to the letter where two drafts say the same.",
    ),
  absent: flag.describe("Whether the draft says nothing on this."),
  dropped: flag.describe("If absent: whether a source says that it was dropped."),
  open: flag.describe("Whether the draft leaves it undecided."),
  passages,
  words: quotedWords
    .optional()
    .describe("The words of one of its passages that answer the clause, in the language of the text."),
  english: quotedWords.optional().describe("The same in a translation that is held as a copy of the text."),
  remark: inFewWords.describe("Our note that qualifies the answer, in a few words, such as who says so."),
  short: inFewWords.describe("The answer in a few words, for the front page; empty if it is as short."),
  summary: line.optional().describe("The answer in full, in the site’s words."),
  value: z.number().optional().describe("The number in the answer."),
  unit: line.optional(),
  certainty: choice({
    published: "in a public text",
    reported: "by others",
    claimed: "by a party to it",
    counted: "a number that we counted",
  })
    .optional()
    .describe(
      "How it is known; published where it has words, its passages are held or its draft is public in full, unless it says otherwise.",
    ),
  attributed_to: line.optional().describe("Who claims it, where the summary does not say."),
  note,
  ...cited,
  sources: optionalSources.describe(
    "Sources, as in other tables; by default those of its passages or, where their words are not held, of the draft.",
  ),
}).check(
  rule(
    "says",
    "must be omitted of an answer that is absent, and given of any other",
    ({ says, absent }) => (says === ABSENT_ANSWER) === (absent === true),
    "of a text that was read whole remove the row, and add the clause to its `silent_on`; of another write `absent: true` or `says`, not both",
  ),
  needs("dropped", "absent"),
  rule(
    "absent",
    "must not come with `open`, `words` or `english`",
    ({ absent, open, words, english }) => !absent || !(open || words || english),
  ),
  rule(
    "words",
    "must come with `passages`",
    ({ words, english, passages }) => isGiven(passages) || !(words ?? english),
    "add the number of the passage that has the words",
  ),
  needs("value", "unit"),
  needs("unit", "value"),
);

const meeting = row({
  id,
  event: ofEvent,
  status: ownStatus,
  date: partialDate,
  end,
  place: line,
  city: line.optional(),
  country: countryCode.optional(),
  format: z.enum(["bilateral", "trilateral", "multilateral", "call"]),
  participants: z.array(actor).min(1),
  apart: refs(...ACTORS).describe("Those of them who were not in one room with the others."),
  outcome: line,
  note,
  ...cited,
}).check(eventOrStatus, inOrder("date", "end"));

const position = row({
  id,
  actor,
  theme: ref("themes"),
  date: partialDate,
  stance: line.describe("What was said, in the site’s words."),
  brief: inFewWords.describe("The same in a few words; with who says so, where the actor does not."),
  short: line.max(36).optional().describe("The brief for a phone, if it is longer; it says no more."),
  known: choice({
    own: "by own words or votes; so without this field",
    "second-hand": "from titles of pages, or from what others say of it",
  }).optional(),
  note,
  ...cited,
});

const regionClaim = row({
  id,
  draft: ref("drafts").optional(),
  clause: ref("clauses").optional(),
  option: order.max(9).optional().describe("Option of the draft; empty: all of them."),
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
  ...cited,
}).check(
  rule(
    "draft",
    "must be given with `clause` and without `position`, or `position` alone",
    ({ draft, clause, position }) =>
      isGiven(draft) !== isGiven(position) && isGiven(draft) === isGiven(clause),
  ),
);

const exit = row({
  id,
  date: day,
  person: ref("people"),
  office: line,
  how: z.enum(["resigned", "dismissed", "suspended", "released"]),
  note,
  ...cited,
});

const statement = row({ text: line, sources }).optional();

/** What a hurried author writes instead of an answer. */
const NO_ANSWER =
  /^\W*(?:(?:none|no|nothing|n\/?a|unknown|no (?:answer|comment|reply|response|statement))\W*)?$/i;

const answerOfAccused = line
  .refine((text) => !NO_ANSWER.test(text), "must say what those concerned answer, or “no answer found”")
  .describe("What those concerned answer, or “no answer found”.");

const proceeding = row({
  id,
  person: ref("people"),
  name: line.max(60).describe("Short name of the case; people accused in one case share it."),
  by: line.describe("Who accuses."),
  allegation,
  articles: list(line).describe("Of the law, where they were seen."),
  stage: line.describe("Latest stage found."),
  as_of: partialDate.describe("Date of the latest page read."),
  answer: row({
    text: answerOfAccused,
    date: partialDate.optional(),
    sources: optionalSources,
  }).check(
    needs("date", "sources"),
    needs("sources", "date"),
    rule(
      "text",
      "must come with `sources`, or say that no answer was found",
      ({ text, sources }) => isGiven(sources) || /\bfound\b/.test(String(text)),
      "add them, or write “no answer found”",
    ),
  ),
  in_favour: statement.describe("What speaks for the person."),
  against: statement.describe(
    "What the pages of `in_favour` say against the person, or that they say nothing.",
  ),
  ...cited,
}).check(needs("in_favour", "against"));

const caseStep = row({
  id,
  event: ofEvent,
  status: ownStatus,
  date: partialDate,
  /** A sentence that names a person must say “alleged” or the like. */
  step: line.describe("What happened, with attribution."),
  body: line,
  persons: refs("people"),
  proceedings: refs("proceedings"),
  accuser: line
    .optional()
    .describe("Who accuses, by the source of the step: it shows a step under a wrong case."),
  ...cited,
}).check(eventOrStatus, needs("accuser", "proceedings"));

const flow = row({
  id,
  event: ofEvent,
  from: line,
  to: line,
  label: allegation,
  amount_musd: z.number().positive().optional().describe("USD million, where one was given."),
  alleged_by: line,
  certainty: z.enum(["alleged"]).describe("An allegation is no verdict."),
  answer: answerOfAccused,
  ...cited,
});

const visit = row({
  id,
  event: ofEvent,
  host: actor.describe("Who was visited: id of a person or an organisation."),
  date: day,
  end: day.optional(),
  place: line,
  occasion: line,
  agreed: line.describe("What was agreed or announced."),
  note,
  ...cited,
}).check(inOrder("date", "end"));

const delivery = row({
  id,
  event: ref("events"),
  item: line,
  short: line.max(16).optional().describe("In one or two words, for drawings."),
  what: line.max(16).optional().describe("Its kind, after its name in drawings: “guns”."),
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
    .describe("reported: the number is not that of those who give or get it."),
  quantity_is: choice({ planned: "so many in all, by a plan, not by this announcement" }).optional(),
  arrived: z.number().nonnegative().optional().describe("Pieces that came, if `quantity` is another number."),
  announced: partialDate.optional(),
  status: z.enum(["intent", "pledged", "ordered", "partly-delivered", "delivered", "unknown"]),
  note,
  ...cited,
}).check(needs("quantity", "quantity_certainty"));

const agreement = row({
  id,
  event: ofEvent,
  date: partialDate,
  name: line,
  what: line.describe("What it says."),
  value_eur_bn: z
    .number()
    .nonnegative()
    .optional()
    .describe("EUR billion; a ceiling or a plan where the note says so."),
  binding: z.enum([
    "treaty",
    "agreement",
    "contract",
    "declaration",
    "letter-of-intent",
    "pledge",
    "loan",
    "law",
  ]),
  note,
  ...cited,
});

const eurBn = z.number().describe("EUR billion.");

const aid = row({
  id,
  donor: line,
  country: countryCode,
  military_eur_bn: eurBn,
  financial_eur_bn: eurBn,
  humanitarian_eur_bn: eurBn,
  total_eur_bn: eurBn,
  gdp_share_pct: z.number().optional().describe("Per cent of GDP, of the year that the source takes."),
  eu_share_pct: z.number().optional().describe("The donor’s share in EU aid, per cent of GDP."),
  basis: choice({ allocations: "set aside for a purpose", commitments: "promised" }),
  as_of: day,
  release: line.describe("Release of the data."),
  sources,
});

const coalition = row({
  id,
  event: ofEvent,
  country: countryCode,
  name: line,
  short: line.max(12).optional().describe("Its name in drawings, if the other is too long."),
  joined: line.describe("When it joined or pledged."),
  offer: choice({
    troops: "ready to send soldiers",
    support: "helps from outside",
    "no-troops": "takes part but rules out soldiers",
    undecided: "said so",
    "none-found": "no offer found",
  }),
  pledge: line,
  certainty: certainty.describe("reported: by others, not by the country."),
  note,
  ...cited,
});

/** Row schemas by the name of the collection’s file or folder, in the order of the downloads. */
export const collections = {
  sources: source.describe("The pages on which statements rest."),
  publishers: publisher.describe("Who published the sources, and others whose work they carry."),
  events: event.describe("What happened or was said, each as one statement that can be checked."),
  reasons: reason.describe("What helps to answer a question of readers."),
  drafts: draft.describe("The texts that are compared."),
  themes: theme.describe("Subjects of the texts, each with its questions."),
  answers: answer.describe("What a text answers to a question."),
  passages: passage.describe("Our line on a passage of a text, also where its words are not held."),
  alignments: alignment.describe("Which passages of a text became which of a later one that reworks it."),
  judgements: judgement.describe(
    "An editor’s judgement that a text asks less or more than another on a question.",
  ),
  meetings: meeting.describe("Meetings, and calls."),
  positions: position.describe("What somebody said on a theme."),
  "region-claims": regionClaim.describe(
    "What a text or a side asks of regions, not whose they are: our reading of an answer or a position.",
  ),
  people: person.describe("People who have a part in the story."),
  organisations: organisation.describe("Organisations that have a part in the story."),
  visits: visit.describe("Visits to a country, a body or a person, and what they brought."),
  deliveries: delivery.describe(
    "Announced equipment. Promised, produced and delivered equipment must not be added.",
  ),
  agreements: agreement.describe("Documents that were signed or announced."),
  aid: aid.describe("Aid of one donor up to a cut-off date."),
  coalition: coalition.describe("What countries offer."),
  proceedings: proceeding.describe(
    "One accuser’s allegation against a person, who is presumed innocent unless a court finds otherwise.",
  ),
  exits: exit.describe("Somebody who left office or was suspended. Leaving office is no finding of guilt."),
  "case-steps": caseStep.describe("Steps in or around cases. A suspicion or a charge is not a verdict."),
  flows: flow.describe(
    "An alleged movement of money. The amounts measure different things and must not be added.",
  ),
  disagreements: disagreement.describe("Where sources contradict each other."),
  unknowns: unknown.describe("What was looked for and not found."),
  series: series.describe("Numbers over time."),
} as const;

export type CollectionName = keyof typeof collections;
export type Row<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;

export type Ledger = { readonly [Name in CollectionName]: ReadonlyArray<Row<Name>> } & {
  /** What the site holds of the wording of drafts: files of texts/. */
  readonly texts: readonly Text[];
  readonly receipts: readonly Receipt[];
};

export interface FileRow<Value extends object> {
  key: string;
  value: Value;
  receipts: Omit<Receipt, "collection" | "key">[];
  file: YamlFile;
  /** A problem at a path in the row. */
  problem: YamlFile["problem"];
}

/** A row of the ledger with its place: of any collection, as `collection` says, or of one. */
export type PlacedRow<Name extends CollectionName = CollectionName> = {
  [Each in Name]: FileRow<Row<Each>> & { collection: Each };
}[Name];

export type Source = Row<"sources">;
export type Publisher = Row<"publishers">;
export type Event = Row<"events">;
export type Reason = Row<"reasons">;
export type Draft = Row<"drafts">;
export type Theme = Row<"themes">;
export type Answer = Row<"answers">;

const KEYS: Readonly<Partial<Record<string, readonly string[]>>> = {
  answers: ["draft", "clause"],
  passages: ["draft", "number"],
  alignments: ["drafts", "from", "to"],
  judgements: ["from", "to", "clause"],
};

export function rowKey(collection: string, row: object): string {
  const fields = row as Readonly<Record<string, string | readonly string[] | undefined>>;
  return (KEYS[collection] ?? ["id"])
    .map((name) => [fields[name] ?? []].flat().join(name === "drafts" ? "--" : "+") || "none")
    .join("--");
}
