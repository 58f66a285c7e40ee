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
export const CONDITION_FORM = `two names or numbers of the view with one of ${Object.keys(OPERATORS).join(" ")} between them, such as \`last > first\``;

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
