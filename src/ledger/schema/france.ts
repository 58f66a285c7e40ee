import { z } from "zod";
import { countryCode, day, id, line, partialDate, sources } from "../fields.ts";

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
