import { required } from "../required.ts";

/** A number that is written down, or the name of one of the view's. */
type Operand = number | { name: string };

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
  const [left, operator, right, ...rest] = text.match(/[<>=!]+|[^\s<>=!]+/g) ?? [];
  if (operator === undefined || !Object.hasOwn(OPERATORS, operator) || rest.length > 0) return undefined;
  const operands = [operandOf(left), operandOf(right)];
  if (operands[0] === undefined || operands[1] === undefined) return undefined;
  return { text, left: operands[0], operator: operator as Condition["operator"], right: operands[1] };
}

function operandOf(text = ""): Operand | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^[a-z]\w*$/i.test(text) ? { name: text } : undefined;
}

/** The names in a condition for which there is no number. */
export function unknownNames(
  { left, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): string[] {
  return [left, right].flatMap((operand) =>
    typeof operand === "number" || Object.hasOwn(numbers, operand.name) ? [] : [operand.name],
  );
}

/** Whether a condition holds, and the comparison with its numbers: "22 > 26". Its names are known. */
export function compare(
  { left, operator, right }: Condition,
  numbers: Readonly<Record<string, number>>,
): { holds: boolean; says: string } {
  const [a, b] = [left, right].map((operand) =>
    typeof operand === "number" ? operand : required(numbers[operand.name], `number \`${operand.name}\``),
  ) as [number, number];
  return { holds: OPERATORS[operator](a, b), says: `${a} ${operator} ${b}` };
}
