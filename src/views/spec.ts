import { z } from "zod";
import { line } from "../ledger/fields.ts";
import { CONDITION_FORM, parseCondition } from "../charts/condition.ts";

const condition = z
  .string()
  .max(80)
  .transform((text, { addIssue }) => {
    const parsed = parseCondition(text);
    if (!parsed) addIssue({ code: "custom", message: CONDITION_FORM });
    return parsed ?? z.NEVER;
  });

/** A chart as `content/charts/<id>.yaml` describes it. Its id is the name of the file. */
export const chartSpec = z.strictObject({
  /** Kind of drawing: a name of `src/charts/kinds.ts`. */
  kind: line,
  /** The view of the ledger that feeds it: a name of `src/views/registry.ts`. */
  view: line,
  topic: z.enum(["plan", "france", "corruption"]),
  /** Place among the charts of its topic; without one it comes last. */
  order: z.number().int().positive().max(99).default(99),
  /** The finding, as a sentence without a full stop. `{name}` is filled in from the view, so that it stays true. */
  title: line.max(110),
  /** What is drawn, in a few words: stands for the title among search results, where a longer one is cut. */
  name: line.max(60).optional(),
  /** Under which conditions the title is true, one or a list: `last > first`. The check and the build refuse it otherwise. */
  holds: z
    .union([condition, z.array(condition)])
    .transform((given) => (Array.isArray(given) ? given : [given]))
    .default([]),
  /** Ids and dates for views that take some; what, the view says. */
  options: z.record(z.string(), z.unknown()).optional(),
  /** What is drawn: unit, period. */
  subtitle: line.max(220),
  /** How to use its marks, a sentence; said only where they are links. */
  hint: line.max(110).optional(),
  /** Caveats that the reader needs, one a line. */
  notes: z.array(line).default([]),
  /** Also drawn for the whole width of the page. */
  full: z.boolean().default(false),
});

/** A table as `content/tables/<id>.yaml` describes it: what a chart has, without what is drawn. */
export const tableSpec = chartSpec
  .omit({ kind: true, order: true, name: true, hint: true, full: true })
  .transform((spec): ChartSpec => ({ ...spec, kind: "", order: 99, full: false }));

export type ChartSpec = z.infer<typeof chartSpec>;
