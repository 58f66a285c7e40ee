import { describe, expect, test } from "vitest";
import { z } from "zod";
import { explainIssue } from "./explain-issue.ts";

/** What a schema says of a value that stands under `key`. */
function explain(schema: z.ZodType, value: unknown): string[] {
  const result = z.strictObject({ key: schema }).safeParse({ key: value });
  return (result.error?.issues ?? []).map((issue) => {
    const at = issue.path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)[step], {
      key: value,
    });
    const { wrong, expected, mend } = explainIssue(issue, at);
    return `${wrong} | ${expected} | ${mend}`;
  });
}

describe("an issue is told in words", () => {
  const cases: [schema: z.ZodType, value: unknown, says: string][] = [
    [z.string(), undefined, "`key` is missing | text | add `key`"],
    [z.string(), null, "`key` is empty | text | write the value in that form"],
    [z.string(), [1, 2], "`key` is a list of 2 | text | write the value in that form"],
    [z.string(), { a: 1 }, "`key` is a group of keys | text | write the value in that form"],
    [z.number(), "six", '`key` is "six" | a number | write the value in that form'],
    [z.number().int(), 1.5, "`key` is 1.5 | a whole number | write the value in that form"],
    [z.array(z.string()), "a", '`key` is "a" | a list | write the value in that form'],
    [z.boolean(), "yes", '`key` is "yes" | true or false | write the value in that form'],
    [z.strictObject({}), 1, "`key` is 1 | a row of keys and values | write the value in that form"],
    [z.enum(["news", "official"]), "nwes", '`key` is "nwes" | one of news, official | choose one of these'],
    [z.number().min(2), 1, "`key` is too small or too short | at least 2 | add what is missing"],
    [z.number().positive(), 0, "`key` is too small or too short | more than 0 | add what is missing"],
    [
      z.string().max(3),
      "four",
      '`key` is too large or too long ("four") | at most 3 | shorten or correct it',
    ],
    [
      z.string().regex(/^a$/, "the letter a"),
      "b",
      '`key` is "b" | the letter a | write the value in that form',
    ],
    [
      z.string().endsWith("?"),
      "How",
      '`key` is "How" | text that ends with ? | write the value in that form',
    ],
    [
      z.string().refine(() => false, "something better"),
      "b",
      '`key` is "b" | something better | write the value in that form',
    ],
    [
      z.strictObject({}),
      { colour: 1, size: 2 },
      "unknown key `colour`, `size` | a key of this kind of row | correct the spelling or remove it",
    ],
    [z.array(z.string()), ["a", 2], "item 2 of `key` is 2 | text | write the value in that form"],
    [
      z.array(z.array(z.string())),
      [["a"], ["b", 2]],
      "item 2 of item 2 of `key` is 2 | text | write the value in that form",
    ],
    [
      z.union([z.string(), z.number()]),
      true,
      "`key` is true | text or a number | write the value in one of these forms",
    ],
  ];
  test.for(cases)("%#: %j", ([schema, value, says]) => expect(explain(schema, value)).toEqual([says]));
});

test("a long value is cut and its length told; hidden characters are shown by number", () => {
  expect(explain(z.string().max(10), "x".repeat(100))[0]).toMatch(/"x{56}… \(100 characters\)\)/);
  expect(explain(z.string().max(3), "a\u202eb\u0007c")[0]).toContain('"a\\u202eb\\u0007c"');
});

test("a row itself is called the row", () => {
  const issue = z.strictObject({}).safeParse("text").error!.issues[0]!;
  expect(explainIssue(issue, "text").wrong).toBe('the row is "text"');
});
