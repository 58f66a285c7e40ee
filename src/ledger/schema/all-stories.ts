import { z } from "zod";
import { figure, id, lang, line, partialDate, quote, sources, status, webUrl } from "../fields.ts";

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
const role = z
  .strictObject({
    /** "President of Ukraine". */
    title: line,
    /** Since when; left out if not known. */
    from: partialDate.optional(),
    /** Until when; left out if it lasts or is not known. */
    to: partialDate.optional(),
  })
  // Of dates that are not equally exact, as much is compared as both say.
  .refine(({ from, to }) => !from || !to || to >= from.slice(0, to.length), {
    path: ["to"],
    error: "a date that does not lie before `from`",
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
