import { z } from "zod";
import { countryCode, day, figure, id, lang, line, partialDate, quote, sources, status, webUrl } from "./fields.ts";

/** A document that carries facts. Every one is public and was read, whole or in part. */
export const source = z.strictObject({
  /** Publisher, date and a word: `axios-2025-11-20-plan`. */
  id,
  /** Who published the page, as readers know it: "Kyiv Independent". */
  publisher: line,
  /** Title as published, in the language of the page; left out if it was not seen. */
  title: line.optional(),
  /** What the page is, in our words; for pages whose title was not seen. */
  about: line.optional(),
  /** Address of the page. */
  url: webUrl,
  /** Date of publication, as exact as is known; left out if unknown. */
  published: partialDate.optional(),
  /** Language of the page. */
  lang,
  /** What kind of document it is. */
  kind: z.enum(["news", "official", "analysis", "dataset"]),
  /**
   * official: the body itself. original: the newsroom's own reporting. relay: a copy, translation or digest of
   * another newsroom's work. state-controlled: speaks for a state, used only for what that state said.
   */
  standing: z.enum(["official", "original", "relay", "state-controlled"]),
  /** Whose reporting it carries ("Reuters"): pages with one origin are one receipt. Required for a relay. */
  relays: line.optional(),
});

/** Something that happened or was said, as one checkable statement. */
export const event = z.strictObject({
  id,
  /** Which of the three stories it belongs to. */
  topic: z.enum(["plan", "france", "corruption"]),
  /** When it happened (not when it was reported). */
  date: partialDate,
  /** Last day, for what lasted. */
  end: partialDate.optional(),
  /** Headline-like, neutral. */
  title: line.max(90),
  /** One to three neutral sentences in our own words. */
  statement: line,
  status,
  /** Who says so; required unless the status is confirmed. */
  attributed_to: line.optional(),
  /** People and organisations involved. */
  actors: z.array(id).default([]),
  /** Numbers in the statement, machine-readable. */
  figures: z.array(figure).default([]),
  /** Words said in public, where the words matter. */
  quote: quote.optional(),
  sources,
  /** A caveat that the reader needs. */
  note: line.optional(),
});

/** A term of office or a function. */
const role = z.strictObject({
  /** "President of Ukraine". */
  title: line,
  /** Since when; left out if not known. */
  from: partialDate.optional(),
  /** Until when; left out if it lasts or is not known. */
  to: partialDate.optional(),
});

/** What a person in a criminal case is accused of, by whom, how far it has come, and what the person answers. */
const accusation = z.strictObject({
  /** What is alleged, with the word "alleged" or "suspected". */
  allegation: line,
  /** The body that alleges it. */
  by: line,
  /** Procedural stage with its date: "notified of suspicion on 11 November 2025; no indictment found". */
  stage: line,
  /** The person's answer: a denial, or that none was found. */
  answer: line,
  sources,
});

/** A public figure. */
export const person = z.strictObject({
  id,
  /** Name as the site spells it. */
  name: line,
  /** Name in other languages, by language code. */
  names: z.record(lang, line).default({}),
  /** Other spellings that readers may search for: "Zelenskyy". */
  also: z.array(line).default([]),
  /** What the person does, in one line, as of the coverage date. */
  role: line,
  /** Offices with dates, latest first. */
  roles: z.array(role).default([]),
  /** Only for people in a criminal case. */
  case: accusation.optional(),
  /** A caveat: "witness, not a suspect, according to NABU". */
  note: line.optional(),
  sources,
});

/** A state, body, company or group that acts in the story. */
export const organisation = z.strictObject({
  id,
  name: line,
  names: z.record(lang, line).default({}),
  also: z.array(line).default([]),
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
  /** What it is or does, in one sentence. */
  role: line,
  /** When it was founded or formed. */
  founded: partialDate.optional(),
  sources,
});

/** One version of the plan, or a paper that answers it. */
export const draft = z.strictObject({
  id,
  name: line,
  /** Label of one or two words for tables: "Geneva". */
  short: line.max(16),
  date: day,
  authors: line,
  /** Number of points, if the text has any or was described by it. */
  points: z.number().int().positive().max(100).optional(),
  /** How much of the text the public has seen. */
  text_public: z.enum(["full", "partial", "none"]),
  /**
   * What it means that a draft has no answer to a question. silent: the text was read whole and does not say.
   * out-of-scope: the paper deals with other matters. unreported: not in what was published or reported.
   */
  absence: z.enum(["silent", "out-of-scope", "unreported"]),
  /** The draft in two or three sentences. */
  summary: line,
  note: line.optional(),
  sources,
});

/** A numbered point of a draft. */
export const point = z.strictObject({
  draft: id,
  number: z.number().int().positive().max(100),
  /** What the point deals with, in a few words. */
  title: line.max(80),
  /** The point in our words. */
  summary: line,
  sources,
});

/** A subject of the plan and the questions that a reader asks of it. */
export const theme = z.strictObject({
  id,
  name: line,
  order: z.number().int().positive(),
  /** Group of themes on small screens and in long tables. */
  group: z.enum(["land-and-peace", "security", "money", "people-and-order"]),
  /** What is at stake, in one or two sentences. */
  summary: line,
  /** One to five, the leading one first; answers of all drafts line up under them. */
  questions: z
    .array(
      z.strictObject({
        /** Unique among all themes. */
        id,
        /** As a reader would ask it. */
        text: line.max(90).endsWith("?"),
      }),
    )
    .min(1)
    .max(5),
});

/** One draft's answer to one question. Its id is `<draft>--<question>`, so a draft answers a question once. */
export const provision = z.strictObject({
  draft: id,
  question: id,
  /** Short and comparable, our words: where two drafts say the same, the answers are the same to the letter. */
  answer: line.max(160),
  /** The answer in full, our words. */
  summary: line,
  /** The draft's own words, where they are public and matter; 30 at most. */
  quote: z.strictObject({ text: line, source: id }).optional(),
  /** Points of the draft it is drawn from. */
  points: z.array(z.number().int().positive()).default([]),
  /** The number in the answer, for charts: troops, US dollars … */
  value: z.number().optional(),
  /** Unit of `value`. */
  unit: line.optional(),
  /**
   * What became of the US draft's demand here. stated: set out in full force. softened: kept in a weaker form.
   * removed: dropped or refused. added: not in the US draft. open: left for later, in brackets.
   */
  status: z.enum(["stated", "softened", "removed", "added", "open"]),
  /** published: in a text that is public. reported: by outlets. claimed: by a party to the talks. */
  certainty: z.enum(["published", "reported", "claimed"]),
  /** Who claims it; for claimed answers where the summary does not say. */
  attributed_to: line.optional(),
  sources,
  note: line.optional(),
});

/** A round of talks. */
export const meeting = z.strictObject({
  id,
  date: partialDate,
  end: partialDate.optional(),
  /** "Shell Bay Club, Hallandale Beach"; "Video conference" for a call. */
  place: line,
  /** City, for maps and tables. */
  city: line.optional(),
  country: countryCode.optional(),
  /** Degrees north. */
  lat: z.number().min(-90).max(90).optional(),
  /** Degrees east. */
  lon: z.number().min(-180).max(180).optional(),
  format: z.enum(["bilateral", "trilateral", "multilateral", "call"]),
  participants: z.array(id).min(1),
  outcome: line,
  sources,
  note: line.optional(),
});

/** What a government said of a theme on a day. */
export const position = z.strictObject({
  id,
  /** A state or body from the organisations. */
  actor: id,
  theme: id,
  date: partialDate,
  stance: line,
  sources,
  note: line.optional(),
});

/** How many points somebody said the text had. */
export const pointCount = z.strictObject({
  id,
  date: day,
  points: z.number().int().positive().max(100),
  said_by: line,
  /** The draft that was meant, if it is clear. */
  draft: id.optional(),
  sources,
});

/** Where sources contradict each other: shown wherever the reader meets the matter. */
export const disagreement = z.strictObject({
  id,
  /** What they disagree on. */
  subject: line,
  /** The versions, each with who gives it. */
  versions: line,
  /** Ids of the drafts, themes, questions, events, people, charts it concerns. */
  about: z.array(id).min(1),
  sources: z.array(id).default([]),
});

/** Something looked for and not found: the site's list of what is not known. */
export const unknown = z.strictObject({
  id,
  topic: z.enum(["plan", "france", "corruption"]),
  /** What is not known, as a statement. */
  what: line,
  /** What was found instead, or how far the search came. */
  result: line,
  about: z.array(id).default([]),
});

/** A journey of Zelensky's to France since February 2022. */
export const visit = z.strictObject({
  id,
  /** Ordinal by this site's list. */
  number: z.number().int().positive(),
  date: day,
  end: day.optional(),
  place: line,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  occasion: line,
  /** What was agreed or announced. */
  agreed: line,
  sources,
  note: line.optional(),
});

/** Equipment that France announced for Ukraine. Promised, produced and delivered are never added up. */
export const delivery = z.strictObject({
  id,
  item: line,
  category: z.enum(["artillery", "missiles", "air-defence", "aircraft", "armour", "ammunition", "training", "other"]),
  /** Pieces, where a number is known. */
  quantity: z.number().nonnegative().optional(),
  quantity_note: line.optional(),
  announced: partialDate.optional(),
  delivered_from: partialDate.optional(),
  status: z.enum(["intent", "pledged", "ordered", "partly-delivered", "delivered", "unknown"]),
  sources,
  note: line.optional(),
});

/** A document signed or announced between France and Ukraine. */
export const agreement = z.strictObject({
  id,
  date: partialDate,
  name: line,
  what: line,
  /** EUR billion; a ceiling or a plan where the note says so. */
  value_eur_bn: z.number().nonnegative().optional(),
  /** What it binds to. */
  binding: z.enum(["treaty", "agreement", "contract", "declaration", "letter-of-intent", "pledge", "loan", "law"]),
  sources,
  note: line.optional(),
});

/** Aid of one donor up to a cut-off date, EUR billion. */
export const aid = z.strictObject({
  id,
  donor: line,
  country: countryCode,
  military_eur_bn: z.number(),
  financial_eur_bn: z.number(),
  humanitarian_eur_bn: z.number(),
  total_eur_bn: z.number(),
  /** Per cent of GDP of 2021. */
  gdp_share_pct: z.number().optional(),
  /** The donor's share in EU aid, per cent of GDP. */
  eu_share_pct: z.number().optional(),
  basis: z.enum(["allocations", "commitments"]),
  as_of: day,
  release: line,
  sources,
});

/** What a country offered the Coalition of the Willing. */
export const coalition = z.strictObject({
  id,
  country: countryCode,
  name: line,
  /** When it joined or pledged, in words. */
  joined: line,
  /** troops: ready to send soldiers to Ukraine. support: helps from outside. no-troops: takes part but rules out soldiers. undecided. */
  offer: z.enum(["troops", "support", "no-troops", "undecided"]),
  pledge: line,
  sources,
  note: line.optional(),
});

/** An official who left office. */
export const exit = z.strictObject({
  id,
  date: day,
  person: id,
  office: line,
  how: z.enum(["resigned", "dismissed", "suspended", "released"]),
  sources,
  note: line.optional(),
});

/** A procedural step in a criminal case. */
export const caseStep = z.strictObject({
  id,
  date: partialDate,
  /** What happened, with attribution and, where a person is named, "alleged" wording. */
  step: line,
  /** The body that acted. */
  body: line,
  persons: z.array(id).default([]),
  sources,
});

/** A movement of money as investigators allege it. Amounts measure different things and are never summed. */
export const flow = z.strictObject({
  id,
  from: line,
  to: line,
  label: line,
  /** USD million, where one was given. */
  amount_musd: z.number().positive().optional(),
  alleged_by: line,
  sources,
});

/** Numbers over time or across countries. */
export const series = z.strictObject({
  id,
  title: line,
  unit: line,
  /** Names of the columns; the first one is the period or the country. */
  columns: z.array(line).min(2),
  rows: z.array(z.array(z.union([z.number(), line, z.null()]))).min(1),
  as_of: partialDate,
  /** Terms of the data's own publisher. */
  licence: line.optional(),
  note: line.optional(),
  sources,
});

/** Every collection of the ledger: name of its file or folder under `content/ledger/`, and the shape of one row. */
export const collections = {
  sources: source,
  events: event,
  people: person,
  organisations: organisation,
  drafts: draft,
  points: point,
  themes: theme,
  provisions: provision,
  meetings: meeting,
  positions: position,
  "point-counts": pointCount,
  disagreements: disagreement,
  unknowns: unknown,
  visits: visit,
  deliveries: delivery,
  agreements: agreement,
  aid,
  coalition,
  exits: exit,
  "case-steps": caseStep,
  flows: flow,
  series,
} as const;

export type CollectionName = keyof typeof collections;
export type Row<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;
