import { join } from "node:path";
import { z } from "zod";
import { CONTENT_DIR } from "./settings.ts";
import { formatDate } from "./format/dates.ts";
import { countWords } from "./ledger/words.ts";
import { day, id, line, list, ref, webUrl } from "./yaml/fields.ts";
import { ContentError, readYaml } from "./yaml/yaml-file.ts";
import { expectDefined, nth } from "./expect-defined.ts";
import { labelsSchema } from "./labels.ts";
import { capitalize } from "./format/numbers.ts";
import { buildPath, RAISABLE, type RouteName, type Route, ROUTES } from "./routes.ts";

const pagePath = z.string().regex(/^\/([\w.~-]+\/)*$/, "must be the path of a page, such as /charts/old/");

const size = z.number().int().positive();

/** The explainers of the topics, and pages of src/routes.ts. */
const NAVIGATION = [
  "explainers",
  "clauses",
  "compare",
  "timeline",
  "charts",
  "drafts",
  "people",
  "sources",
] as const;

const topic = z.strictObject({
  id,
  name: line.max(24).describe("Name of the topic, in filters and labels."),
  short: line.max(16).optional().describe("Its name in the navigation, if that is shorter."),
  explainer: id.meta({
    collections: ["explainers"],
    description: "The explainer that tells the whole of it: the name of its file.",
  }),
});

/** `--paper` of tokens.css. */
export const PAPER = { light: "#fbfaf5", dark: "#16171a" } as const;

/** Of `#rrggbb`, as WCAG 2 has it. */
function luminance(colour: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [less = 0, more = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (more + 0.05) / (less + 0.05);
}

const colourOn = (scheme: keyof typeof PAPER) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/, "must be six hexadecimal digits, such as #27458a")
    .refine(
      (colour) => contrast(colour, PAPER[scheme]) >= 4.5,
      `must have a contrast of 4.5 to 1 with the ${scheme} paper, ${PAPER[scheme]}`,
    );

/** Colours of sides that name none, in the order of the sides. */
export const SIDE_COLOURS: readonly { light: string; dark: string }[] = [
  { light: "#27458a", dark: "#8fb0f2" },
  { light: "#7a2a5f", dark: "#dd9cc6" },
  { light: "#6b5d2e", dark: "#cdbb7c" },
  { light: "#005c5e", dark: "#63c7c6" },
  { light: "#54468f", dark: "#b9aef0" },
  { light: "#5b5a56", dark: "#b3b0a8" },
];

const side = z.strictObject({
  id,
  name: line.describe("Name at the head of a row: “United States”."),
  in_text: line.describe("Name in a sentence: “the United States”."),
  short: line.max(5).describe("Name where there is little room: “US”."),
  as_author: line
    .optional()
    .describe(
      "What charts of who wrote a draft call it, where that is not its name: “Washington” of a government.",
    ),
  colour: z
    .strictObject({ light: colourOn("light"), dark: colourOn("dark") })
    .optional()
    .describe("Its colour in every chart, on light and on dark paper; without one it gets the next of six."),
});

const MAX_ANSWER_WORDS = 50;

/** May contain components of explainers. */
const text = z.string().min(1).max(900);

const front = z.strictObject({
  title: line
    .max(60)
    .describe(
      "Title for search engines, after the name of the site, which is left out where both are longer than 60 characters.",
    ),
  kicker: line.max(60).optional(),
  heading: line.max(90),
  answer: text
    .refine((text) => countWords(text.replace(/<[^>]*>/g, " ")) <= MAX_ANSWER_WORDS, {
      error: `must have at most ${MAX_ANSWER_WORDS} words`,
    })
    .describe("The answer in at most 50 words."),
  explainer: ref("explainers").describe("Explainer that tells the whole story."),
  questions: z
    .array(
      z.strictObject({
        clause: ref("clauses"),
        name: line.max(18).describe("What it is about, in one or two words."),
        words: list(
          z.strictObject({
            draft: ref("drafts"),
            word: line.max(14).describe("What this draft answers: “600,000”."),
          }),
        ),
      }),
    )
    .max(6)
    .default([])
    .describe("Leading questions, followed through all drafts in the drawing."),
  now: text.optional().describe("The outcome so far, in one to three sentences."),
});

export type Front = z.infer<typeof front>;

export const siteSchema = z.strictObject({
  name: line.max(40).describe("Name of the site."),
  description: line.min(20).max(160).describe("What it is, in one or two sentences."),
  licence: z
    .strictObject({
      line: line.describe("The licence in one line, as files and charts carry it."),
      url: webUrl.describe("Address of its text."),
    })
    .describe("Terms under which text, charts and data may be used again."),
  read_until: day
    .optional()
    .describe("Last day of which pages could be found; a text may name it without a source."),
  topics: z
    .array(topic)
    .min(1, "must have at least one topic")
    .describe("Topics, in the order of the site; drafts and talks belong to the first."),
  navigation: z
    .array(z.enum(NAVIGATION))
    .default(["explainers", "drafts", "clauses", "compare", "timeline", "charts"])
    .describe("Entries of the navigation, in order."),
  sides: z
    .array(side)
    .default([])
    .describe("For whom people speak and drafts are written, in the order of charts."),
  reader_questions: z
    .array(z.strictObject({ id, text: line.endsWith("?") }))
    .default([])
    .describe("What readers ask of the reasons, in the order of their page."),
  spellings: z
    .array(z.array(line).min(2))
    .default([])
    .describe(
      "Other spellings that readers type, our own last; those of people and organisations are in their rows.",
    ),
  compare: z
    .array(z.array(id.meta({ collections: ["drafts"] })).length(2, "must be two drafts"))
    .default([])
    .describe(
      "Pairs to compare first; in a story of many drafts they have pages beside those that docs/growth.md lists.",
    ),
  redirects: z
    .record(pagePath, z.union([pagePath, webUrl]))
    .default({})
    .describe("Pages that are gone, each with the page that its readers are sent to."),
  embeds: z
    .boolean()
    .default(true)
    .describe("Whether charts and questions offer code by which other sites show them."),
  labels: labelsSchema.prefault({}).describe("What the story calls things; each has a default."),
  budgets: z
    .partialRecord(
      z.enum(RAISABLE),
      z.strictObject({
        elements: size.optional().describe("Most elements of such a page."),
        html_kb: size.optional().describe("Its HTML with styles after brotli, KB."),
      }),
    )
    .default({})
    .describe("Limits for the pages of a large story, by kind of page: see docs/growth.md."),
  front,
});
export type Site = z.infer<typeof siteSchema>;

let site: Site | undefined;

/** Read once. */
export function getSite(): Site {
  return (site ??= readYaml(join(CONTENT_DIR, "site.yaml"), siteSchema));
}

/** `base` ends with a slash. None while site.yaml has problems: the pages show them. */
export function readRedirects(base: string): Record<string, string> {
  try {
    const { redirects } = getSite();
    return Object.fromEntries(Object.entries(redirects).map(([from, to]) => [from, to.replace(/^\//, base)]));
  } catch (error) {
    if (error instanceof ContentError) return {};
    throw error;
  }
}

/** In navigation: “Clauses”. */
export function pageName(route: RouteName): string {
  const { drafts, clauses } = getSite().labels;
  const names: Partial<Record<RouteName, string>> = { drafts, clauses };
  return capitalize(names[route] ?? (ROUTES[route] as Route).name ?? "");
}

export function kindName(kind: string): string {
  const { draft, clause } = getSite().labels;
  return { Draft: capitalize(draft), Clause: capitalize(clause) }[kind] ?? kind;
}

/** Of a fact: “on record”. */
export function statusName(status: keyof Site["labels"]["statuses"]): string {
  return getSite().labels.statuses[status].name;
}

/** “Told until 10 October 2026”, if the story has words for it. */
export function coverageText(coveredUntil: string): string | undefined {
  const { covers_until: words } = getSite().labels;
  return words && `${words} ${formatDate(coveredUntil)}`;
}

export function getLicenceName(): string {
  return getSite().licence.line.replace(/;.*/, "");
}

/** Id of a topic. */
export type Topic = string;

/** Those that cite, in reading order, by their names. */
export function frontTexts({ answer, now = "" }: Front): ["answer" | "now", string][] {
  return [
    ["answer", answer],
    ["now", now],
  ];
}

/** As one body of MDX. */
export function frontBody(): string {
  return frontTexts(getSite().front)
    .map(([, text]) => text)
    .join("\n\n");
}

export function getTopics(): Topic[] {
  return getSite().topics.map(({ id }) => id);
}

export function getSides(): string[] {
  return getSite().sides.map(({ id }) => id);
}

export function getDraftsTopic(): Topic {
  return nth(getTopics(), 0);
}

export function siteIds({ topics, sides, reader_questions }: Site) {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  return { topics: ids(topics), sides: ids(sides), reader_questions: ids(reader_questions) };
}

export function sideOf(id: string) {
  return rowOf(getSite().sides, id);
}

export function topicName(topic: Topic): string {
  return rowOf(getSite().topics, topic).name;
}

export function topicPath(topic: Topic): string {
  return buildPath("explainer", rowOf(getSite().topics, topic).explainer);
}

function rowOf<Row extends { id: string }>(rows: readonly Row[], id: string): Row {
  return expectDefined(
    rows.find((row) => row.id === id),
    `\`${id}\` in site.yaml`,
  );
}
