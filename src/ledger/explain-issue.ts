import type { z } from "zod";
import { HIDDEN } from "./fields.ts";
import type { Problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";
import { itemAt } from "../required.ts";

type Issue = z.core.$ZodIssue;
type Path = ReadonlyArray<PropertyKey>;

/** Every schema issue of a value that stands at `at` in the file, as problems with their place. */
export function schemaProblems(
  file: YamlFile,
  at: Path,
  value: unknown,
  issues: readonly Issue[],
): Problem[] {
  return issues.map((issue) => {
    const path = [...at, ...issue.path];
    const place =
      issue.code === "unrecognized_keys"
        ? file.keyPlace([...path, itemAt(issue.keys, 0)])
        : issue.code === "invalid_key"
          ? file.keyPlace(path)
          : file.place(path);
    return { file: file.name, ...place, ...explainIssue(issue, valueAt(value, issue.path)) };
  });
}

/** A schema issue in words: what is wrong with the value, what was expected, how to mend it. */
export function explainIssue(
  issue: Issue,
  value: unknown,
): { wrong: string; expected: string; mend: string } {
  const name = nameOf(issue.path);
  const wrong = `${name} is ${describe(value)}`;
  const mend = "write the value in that form";
  switch (issue.code) {
    case "invalid_type":
      return { wrong, expected: article(issue.expected), mend: value === undefined ? `add ${name}` : mend };
    case "invalid_value":
      return {
        wrong,
        expected: `one of ${issue.values.map(String).join(", ")}`,
        mend: "choose one of these",
      };
    case "too_small":
      return {
        wrong: `${name} is too small or too short`,
        expected: `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`,
        mend: "add what is missing",
      };
    case "too_big":
      return {
        wrong: `${name} is too large or too long (${describe(value)})`,
        expected: `at most ${issue.maximum}`,
        mend: "shorten or correct it",
      };
    case "invalid_format":
      return {
        wrong,
        expected: "suffix" in issue ? `text that ends with ${String(issue.suffix)}` : issue.message,
        mend,
      };
    case "invalid_union":
      return { wrong, expected: alternatives(issue.errors), mend: "write the value in one of these forms" };
    case "invalid_key":
      return {
        wrong: `the key ${name} is not allowed here`,
        expected: issue.issues[0]?.message ?? issue.message,
        mend: "correct the key",
      };
    case "unrecognized_keys":
      return {
        wrong: `unknown key \`${issue.keys.join("`, `")}\``,
        expected: "a key of this kind of row",
        mend: "correct the spelling or remove it",
      };
    default:
      return { wrong, expected: issue.message, mend };
  }
}

function nameOf(path: Path): string {
  const key = path.at(-1);
  if (typeof key === "number")
    return `item ${key + 1} of ${path.length > 1 ? nameOf(path.slice(0, -1)) : "the list"}`;
  return key === undefined ? "the row" : `\`${String(key)}\``;
}

function alternatives(branches: readonly (readonly Issue[])[]): string {
  const first = branches.flatMap(([issue]) => issue ?? []);
  const forms = first.map((issue) =>
    issue.code === "invalid_type" ? article(issue.expected) : issue.message,
  );
  return [...new Set(forms)].join(" or ");
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  array: "a list",
  object: "a row of keys and values",
  int: "a whole number",
  boolean: "true or false",
};

function article(type: string): string {
  return ARTICLES[type] ?? type;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "a group of keys";
  if (typeof value !== "string") return String(value);
  // A hidden character is named by its number: shown as it is, it would garble the message too.
  const text = JSON.stringify(value).replace(
    HIDDEN,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return text.length > 60 ? `${text.slice(0, 57)}… (${value.length} characters)` : text;
}
