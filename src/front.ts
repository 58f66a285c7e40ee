import { z } from "zod";
import { pageReceipts, type PageReceipts } from "./explainers/receipts.ts";
import { id, line, ref } from "./ledger/fields.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { site } from "./site.ts";

/** Content of a section’s small picture, by the name of its first field. */
const picture = z.union([
  z.strictObject({
    points: ref("drafts").describe("Draft whose numbered points are drawn as lines."),
    marks: z
      .array(
        z.strictObject({
          points: z.array(z.number().int().positive()).min(1),
          label: line.max(40),
          gives: z.boolean(),
        }),
      )
      .max(7)
      .describe("Points that are named, each with whether the side gives or gets something by it."),
    side: line.max(24).describe("The side that gives and gets."),
  }),
  z.strictObject({ outcomes: id.describe("Chart whose outcomes by theme are counted.") }),
  z.strictObject({
    atlas: id.describe("File of the map in geo/."),
    map: z.array(z.string()).min(1).describe("Regions that are emphasised, by their ids in the map."),
    name: line.max(24),
    label: line.max(60),
    share: z.number().min(0).max(1).optional().describe("A share, drawn as a bar of ten parts."),
    share_label: line.max(80).optional(),
  }),
  z.strictObject({
    sides: z.tuple([line.max(16), line.max(16)]).describe("Two sides whose stances are apart."),
    gaps: z
      .array(z.strictObject({ name: line.max(16), stances: z.tuple([line.max(40), line.max(40)]) }))
      .min(1)
      .max(4),
  }),
  z.strictObject({
    cycle: z
      .array(z.strictObject({ node: line.max(28), next: line.max(32) }))
      .length(4)
      .describe("Four steps, each waiting for the next."),
  }),
  z.strictObject({ drafts: z.literal(true).describe("All drafts, with how much of each is public.") }),
  z.strictObject({ clause: ref("clauses").describe("A clause, as first drafted and as last read out.") }),
]);

/** May contain components of explainers. */
const text = z.string().min(1).max(600);

/** `front` in `content/site.yaml`. */
export const frontSchema = z.strictObject({
  title: line.max(60).describe("Title for search engines, after the name of the site."),
  kicker: line.max(60).optional(),
  heading: line.max(90),
  answer: text.describe("The answer in about 50 words."),
  explainer: id.describe("Explainer that tells the whole story."),
  redlines: z
    .array(ref("clauses"))
    .min(1)
    .max(3)
    .describe("Clauses shown as first drafted and as last read out."),
  now: text.optional().describe("Where it stands, in one to three sentences."),
  sections: z
    .array(
      z.strictObject({
        heading: line.max(40),
        text,
        picture: picture.optional(),
        link: z.strictObject({ to: z.string().startsWith("/"), label: line.max(60) }),
      }),
    )
    .max(6)
    .default([]),
});

export type Front = z.infer<typeof frontSchema>;
export type FrontPicture = z.infer<typeof picture>;

/** Throws a ZodError that names the field. */
export function readFront(): Front {
  return frontSchema.parse(site.front);
}

/** Texts that cite, in reading order, as one body of MDX. */
export function frontBody({ answer, now, sections }: Front): string {
  return [answer, now ?? "", ...sections.map(({ text }) => text)].join("\n\n");
}

/** Throws if an id does not exist. */
export function frontReceipts(ledger: Ledger, front: Front): PageReceipts {
  return pageReceipts(ledger, frontBody(front));
}
