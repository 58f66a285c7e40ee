import { z } from "zod";
import { countryCode, day, id, line, partialDate, sources } from "../fields.ts";

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
