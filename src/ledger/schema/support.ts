import { z } from "zod";
import {
  certainty,
  countryCode,
  day,
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
  row,
  sources,
  status,
  editorial,
} from "../fields.ts";

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
