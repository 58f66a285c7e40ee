import { join } from "node:path";
import { z } from "zod";
import { CONTENT_DIR } from "../settings.ts";
import { id, line, ref } from "../yaml/fields.ts";
import { readYaml } from "../yaml/yaml-file.ts";
import { siteSchema } from "../site.ts";

const namedPoints = z
  .array(z.strictObject({ points: z.array(z.int().positive()).min(1), label: line.max(40) }))
  .min(1)
  .max(4);

/** Content of a section’s small picture, by the name of its first field. */
const picture = z.union([
  z.strictObject({
    points: ref("drafts").describe("Draft whose numbered points are drawn as a row."),
    side: line.max(24).describe("The side that gives and gets."),
    give: namedPoints.describe("Points by which the side gives something."),
    get: namedPoints.describe("Points by which it gets something."),
  }),
  z.strictObject({ outcomes: ref("charts").describe("Chart whose outcomes by theme are counted.") }),
  z.strictObject({
    atlas: id.describe("File of the map in geo/, without its ending."),
    map: z.array(z.string()).min(1).describe("Regions that are emphasised, by their ids in the map."),
    name: line.max(24),
    label: line.max(100),
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
const text = z.string().min(1).max(900);

const front = z.strictObject({
  title: line.max(60).describe("Title for search engines, after the name of the site."),
  kicker: line.max(60).optional(),
  heading: line.max(90),
  answer: text.describe("The answer in about 50 words."),
  explainer: ref("explainers").describe("Explainer that tells the whole story."),
  redlines: z
    .array(ref("clauses"))
    .max(3)
    .default([])
    .describe("Clauses shown as first drafted and as last read out."),
  now: text.optional().describe("Where it stands, in one to three sentences."),
  sections: z
    .array(
      z.strictObject({
        heading: line.max(40),
        text,
        picture: picture.optional(),
        link: z.strictObject({
          to: z.string().regex(/^\/(?![/\\])/, "must be a path of the site, such as /plan/"),
          label: line.max(60),
        }),
      }),
    )
    .max(6)
    .default([]),
});

export type Front = z.infer<typeof front>;
export type FrontPicture = z.infer<typeof picture>;

/** `site.yaml` with the front page. */
export const siteWithFront = siteSchema.extend({ front });

/** Throws a ContentError with every problem. */
export function readFront(directory = CONTENT_DIR): Front {
  return readYaml(join(directory, "site.yaml"), siteWithFront).front;
}

/** Texts that cite, in reading order, with their paths in `site.yaml`. */
export function frontTexts({ answer, now = "", sections }: Front): [path: PropertyKey[], text: string][] {
  return [
    [["front", "answer"], answer],
    [["front", "now"], now],
    ...sections.map(({ text }, i): [PropertyKey[], string] => [["front", "sections", i, "text"], text]),
  ];
}

/** Texts that cite, as one body of MDX. */
export function frontBody(front: Front): string {
  return frontTexts(front)
    .map(([, text]) => text)
    .join("\n\n");
}
