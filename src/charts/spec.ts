import { z } from "zod";
import { line, topic } from "../ledger/fields.ts";
import { required } from "../required.ts";

/** A number that is written down, or the name of one of the view's. */
type Operand = number | string;

const OPERATORS = {
  ">": (a: number, b: number) => a > b,
  "<": (a: number, b: number) => a < b,
  ">=": (a: number, b: number) => a >= b,
  "<=": (a: number, b: number) => a <= b,
  "=": (a: number, b: number) => a === b,
  "!=": (a: number, b: number) => a !== b,
} as const;

/** A comparison under which a chart's title is true: `last > first`. */
export interface Condition {
  text: string;
  left: Operand;
  operator: keyof typeof OPERATORS;
  right: Operand;
}

/** How a condition is written, for messages. */
const CONDITION_FORM = `two names or numbers of the view with one of ${Object.keys(OPERATORS).join(" ")} between them, such as \`last > first\``;

/** The condition that a text states; undefined if it states none. */
export function parseCondition(text: string): Condition | undefined {
  const [a, operator = "", b, ...rest] = text.match(/[<>=!]+|[^\s<>=!]+/g) ?? [];
  const [left, right] = [operandOf(a), operandOf(b)];
  if (!Object.hasOwn(OPERATORS, operator) || rest.length > 0) return undefined;
  if (left === undefined || right === undefined) return undefined;
  return { text, left, operator: operator as Condition["operator"], right };
}

function operandOf(text = ""): Operand | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^[a-z]\w*$/i.test(text) ? text : undefined;
}

/** The names in a condition for which there is no number. */
export function unknownNames(
  { left, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): string[] {
  const names = [left, right].filter((operand) => typeof operand === "string");
  return names.filter((name) => !Object.hasOwn(numbers, name));
}

/** Whether a condition holds, and the comparison with its numbers: "22 > 26". Its names are known. */
export function compare(
  { left, operator, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): { holds: boolean; says: string } {
  const valueOf = (operand: Operand) =>
    typeof operand === "number" ? operand : required(numbers[operand], `number \`${operand}\``);
  const [a, b] = [valueOf(left), valueOf(right)];
  return { holds: OPERATORS[operator](a, b), says: `${a} ${operator} ${b}` };
}

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
  /** What is drawn of the ledger, and how: a name of `src/charts/views.ts`. */
  view: line,
  topic,
  /** Place among the charts of its topic; without one it comes last. */
  order: z.number().int().positive().max(99).default(99),
  /** The finding, as a sentence without a full stop. `{name}` is filled in from the view, so that it stays true. */
  title: line.max(130),
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
  .omit({ order: true, name: true, hint: true, full: true })
  .transform((spec): ChartSpec => ({ ...spec, order: 99, full: false }));

export type ChartSpec = z.infer<typeof chartSpec>;
