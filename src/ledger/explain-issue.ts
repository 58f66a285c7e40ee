import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** A schema issue in words: what is wrong with the value, what was expected, how to mend it. */
export function explainIssue(issue: Issue, value: unknown): { wrong: string; expected: string; mend: string } {
  const key = issue.path.at(-1);
  const name = typeof key === "number" ? `item ${key + 1} of \`${String(issue.path.at(-2) ?? "the list")}\`` : `\`${String(key ?? "the row")}\``;
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return { wrong: `${name} is missing`, expected: article(issue.expected), mend: `add ${name}` };
      return { wrong: `${name} is ${describe(value)}`, expected: article(issue.expected), mend: "write the value in that form" };
    case "invalid_value":
      return { wrong: `${name} is ${describe(value)}`, expected: `one of ${issue.values.map(String).join(", ")}`, mend: "choose one of these" };
    case "too_small":
      return { wrong: `${name} is too small or too short`, expected: `at least ${issue.minimum}`, mend: "add what is missing" };
    case "too_big":
      return { wrong: `${name} is too large or too long (${describe(value)})`, expected: `at most ${issue.maximum}`, mend: "shorten or correct it" };
    case "invalid_format":
      return {
        wrong: `${name} is ${describe(value)}`,
        expected: issue.message.startsWith("Invalid") ? `${issue.format} ${"pattern" in issue ? String(issue.pattern) : ""}`.trim() : issue.message,
        mend: "write the value in that form",
      };
    case "unrecognized_keys":
      return { wrong: `unknown key \`${issue.keys.join("`, `")}\``, expected: "a key of this kind of row", mend: "correct the spelling or remove it" };
    default:
      return { wrong: `${name} is ${describe(value)}`, expected: issue.message, mend: "write the value in that form" };
  }
}

function article(type: string): string {
  const words: Record<string, string> = { string: "text", number: "a number", array: "a list", object: "a row of keys and values", int: "a whole number", boolean: "true or false" };
  return words[type] ?? type;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "a group of keys";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}… (${text.length} characters)` : text;
}
