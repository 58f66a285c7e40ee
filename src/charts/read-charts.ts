import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { capitalize, countInWords } from "../format/numbers.ts";
import { id, line, topic } from "../yaml/fields.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem, problemOf, readYamlFile, validate } from "../yaml/yaml-file.ts";
import { aid } from "./aid.tsx";
import { attendance } from "./attendance.tsx";
import { clauseValues } from "./clause-values.tsx";
import { deliveries } from "./deliveries.tsx";
import { dayStrip } from "./day-strip.tsx";
import { gapBoard } from "./gap-board.tsx";
import { lineage } from "./lineage.tsx";
import { outcomes } from "./outcomes.tsx";
import { pieces } from "./pieces.tsx";
import { regionMaps } from "./region-maps.tsx";
import { seriesBars } from "./series-bars.tsx";
import { seriesLines } from "./series-lines.tsx";
import { offers } from "./offers.tsx";
import { toMarkup } from "../markup.ts";
import { type Embeddable, type Layout, LAYOUTS, type View, type ViewFunction } from "./chart.ts";

export const views: Readonly<Record<string, ViewFunction>> = {
  aid,
  "series-bars": seriesBars,
  "clause-values": clauseValues,
  offers,
  "series-lines": seriesLines,
  outcomes,
  "day-strip": dayStrip,
  pieces,
  deliveries,
  "region-maps": regionMaps,
  lineage,
  attendance,
  "gap-board": gapBoard,
};

const CONDITION = /^(-?\w[\w.]*) ([<>]=?|=) (-?\w[\w.]*)$/;

const MAX_FINDING_WORDS = 9;

/** More do not fit on a line of a drawing on a phone. */
const MAX_WORD_LETTERS = 30;

/** `{name}` in texts is filled in from the view; `{Name}` is capitalized. */
export const chartTexts = z.strictObject({
  topic,
  title: line
    .max(130)
    .refine(
      (text) => text.split(/[\s-]/).every((word) => word.length <= MAX_WORD_LETTERS),
      `must not hold a word of more than ${MAX_WORD_LETTERS} letters`,
    )
    .describe(
      "The finding, as a sentence without a full stop. `{name}` is filled in from the view, so that it stays true.",
    ),
  subtitle: line.max(220).describe("What is shown: unit, period."),
  notes: z.array(line).default([]).describe("Caveats that the reader needs, one a line."),
  finding: line
    .max(80)
    .optional()
    .describe(
      "What the drawing shows, said at its place in the drawing, in at most nine words. Placeholders as in the title.",
    ),
  description: line.describe(
    "One or two sentences for readers who cannot see the drawing, from the values of the view.",
  ),
  holds: z
    .array(z.string().max(80).regex(CONDITION, "must compare two names or numbers: `last > first`"))
    .default([])
    .describe(
      "Conditions under which title and description are true: `last > first`. The check fails otherwise.",
    ),
  order: z
    .int()
    .positive()
    .max(99)
    .default(99)
    .describe("Place among the charts of its topic; without one it comes last."),
  name: line
    .max(60)
    .optional()
    .describe(
      "Replaces the title in search results and in the list of charts, and names its frame in other sites.",
    ),
  also: z
    .array(line)
    .default([])
    .describe("Other questions that it answers: search brings it first for them."),
  hint: line.max(110).optional().describe("How to use its marks, said only where they are links."),
  full: z.boolean().default(false).describe("Also drawn for the whole width of the page."),
});

type ChartSpec = z.infer<typeof chartTexts> & { view: string; options?: unknown };

export const chartSpec = z.discriminatedUnion(
  "view",
  Object.entries(views).map(([name, { options }]) =>
    chartTexts.extend({ view: z.literal(name), ...(options && { options }) }),
  ) as unknown as [z.ZodObject],
  { error: () => `must be one of ${Object.keys(views).join(", ")}` },
) as unknown as z.ZodType<ChartSpec>;

/** By the names of their sections in docs/fields.md. */
export const chartFields: Readonly<Record<string, z.ZodType>> = {
  charts: chartTexts.extend({ view: z.enum(Object.keys(views)).describe("What it draws.") }),
  ...Object.fromEntries(
    Object.entries(views).flatMap(([name, { options }]) =>
      options ? [[`options of the chart ${name}`, options] as const] : [],
    ),
  ),
};

export type Chart = ChartSpec & View & Embeddable & { layouts: Layout[] };

type Report = (key: string, message: string, fix: string) => void;

/** The name of a file is the id. In display order, ties by file name. */
export function readCharts(directory: string, ledger: Ledger): Chart[] {
  const problems: Problem[] = [];
  const charts = globSync("*", { cwd: directory })
    .sort()
    .flatMap((name) => {
      const file = readYamlFile(join(directory, name));
      const stem = basename(name, ".yaml");
      if (stem === name || !id.safeParse(stem).success)
        problems.push(
          problemOf(
            file.name,
            `\`${name}\` is not a valid chart name`,
            "rename the file to lower-case letters and digits joined by single hyphens, and .yaml: its name is the chart’s id and address",
          ),
        );
      const spec = validate(file, chartSpec);
      problems.push(...file.problems);
      if (spec === undefined) return [];
      const report: Report = (key, message, fix) => void problems.push(file.problem([key], message, fix));
      try {
        return drawChart(ledger, stem, spec, report) ?? [];
      } catch (error) {
        const fix = "add what is missing to the ledger, or correct the rows that the chart shows";
        report("view", `the chart cannot be drawn: ${(error as Error).message}`, fix);
        return [];
      }
    });
  if (problems.length > 0) throw new ContentError(problems);
  return charts.sort((a, b) => a.order - b.order);
}

/** Fills in the texts, and reports those that the data do not support. */
function drawChart(ledger: Ledger, id: string, spec: ChartSpec, report: Report): Chart | undefined {
  const view = views[spec.view]?.(ledger, spec.options as never, id);
  if (!view) return undefined;
  const values = new Map(Object.entries(view.values));
  const known = `write one of ${[...values.keys()].join(", ")}`;
  const fill = (key: "title" | "subtitle" | "finding" | "description" | "notes", text: string) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values.get(name) ?? values.get(name.charAt(0).toLowerCase() + name.slice(1));
      if (value === undefined) report(key, `\`${placeholder}\` has no value`, known);
      const words = typeof value === "number" ? countInWords(value) : (value ?? "");
      return values.has(name) ? words : capitalize(words);
    });
  for (const condition of spec.holds) {
    const [, left = "", comparison = "", right = ""] = CONDITION.exec(condition) ?? [];
    const [a = 0, b = 0] = [left, right].map((operand) => Number(values.get(operand) ?? operand));
    if (Number.isNaN(a + b))
      report("holds", `\`${condition}\` is about a number that the view does not have`, known);
    else if (!comparison.includes("<=>".charAt(Math.sign(a - b) + 1)))
      report(
        "holds",
        `the title or the description is not true: \`${condition}\` is ${a} ${comparison} ${b}`,
        "write another one, and the condition for it",
      );
  }
  const finding = fill("finding", spec.finding ?? "");
  if (finding.split(" ").length > MAX_FINDING_WORDS)
    report("finding", `“${finding}” has more than ${MAX_FINDING_WORDS} words`, "say it in fewer");
  const draw: Chart["draw"] = (layout, said = finding) => view.draw(layout, said);
  // Drawn here as well, so that what cannot be drawn is reported with file and line.
  const layouts = Object.values(LAYOUTS).filter(({ name }) => name !== "full" || spec.full);
  for (const layout of layouts) {
    const { height, body } = draw(layout);
    toMarkup(body);
    if (height > layout.maxHeight)
      report(
        "view",
        `the ${layout.name} drawing is ${height} px high; ${layout.maxHeight} is the limit`,
        "show fewer rows in the drawing (the table has them all), or shorten their words",
      );
  }
  const files = `/charts/${id}`;
  return {
    ...spec,
    ...view,
    what: "chart",
    ...{ id, files, path: `${files}/`, draw, layouts },
    title: fill("title", spec.title),
    subtitle: fill("subtitle", spec.subtitle),
    description: fill("description", spec.description),
    notes: spec.notes.map((note) => fill("notes", note)),
  };
}
