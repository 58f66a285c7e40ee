import { describe, expect, test } from "vitest";
import { findUnquotedNumbers } from "../src/texts/check-figures.ts";
import { bodyOf, findPassages, remarksOn } from "./passages.ts";
import { fieldsPage, proposeAlignments } from "./story.ts";

const text = (passages: Readonly<Record<string, string>>) =>
  Object.entries(passages).map(([number, words]) => ({ number, words }));

test("passages are matched by their words wherever they moved; one may be split, dropped or new", () => {
  const before = text({
    "1": "The club has a chair and a treasurer. Members pay a fee of ten shillings every year.",
    "2": "The library opens on Sundays.",
    "3": "A guest may bring a dog.",
    "4": "Each member shall enjoy and retain his own keys and pegs.",
  });
  const after = text({
    "1": "Minutes are kept of each meeting.",
    "2": "The library opens on Mondays.",
    "3a": "The club has a chair and a treasurer.",
    "3b": "Members pay a fee of twelve shillings every year.",
    "4": "A member shall retain keys until the day he leaves.",
  });
  expect(proposeAlignments(before, after).map(({ from, to }) => [from, to])).toEqual([
    [[], ["1"]],
    [["2"], ["2"]],
    [["4"], ["4"]],
    [["1"], ["3a", "3b"]],
    [["3"], []],
  ]);
});

describe("a text is divided at its numbers", () => {
  const divide = (text: string) => findPassages(text).map(({ number, words }) => `${number}: ${words}`);
  test.for<[name: string, text: string, ...passages: string[]]>([
    [
      "points",
      "A plan\n\n1. It is\n confirmed.\n2) Two.\n\nGoes on in 1787.\n10a. Ten.",
      "1: It is confirmed.",
      "2: Two. Goes on in 1787.",
      "10a: Ten.",
    ],
    ["headings of Markdown", "## 6\n\nSix.\n\n### Rules\n\n## 7\n\nSeven.", "6: Six.", "7: Seven."],
    [
      "articles and their sections",
      "Article I\n\nSection 1.\n\nAll.\n\nSection 2\nOne.\n(a) Two.\n\nArt. IX. None.",
      "1.1: All.",
      "1.2: One.",
      "1.2a: Two.",
      "9: None.",
    ],
    [
      "headings with a number in words",
      "Article the First.\n\nAfter it.\n\nARTICLE THE SECOND\n\nNo law.\n\nAMENDMENT III\n\nNo soldier.",
      "1: After it.",
      "2: No law.",
      "3: No soldier.",
    ],
    ["paragraphs, where there are none", "One\nof them.\n\nTwo.", "1: One of them.", "2: Two."],
  ])("%s", ([, text, ...passages]) => expect(divide(text)).toEqual(passages));
  test("what may be a number, and numbers that are left out, are told", () =>
    expect(
      remarksOn(findPassages("Art. IX. All.\nArt. IXq. In it.\nArt. XIa. New.\nArticle 12. Last.")),
    ).toEqual([
      expect.stringMatching(/^“Art. IXq.” in passage 9 was not taken for a number/),
      "After 9 comes 11a: is something missing?",
    ]));
  test("what stands between them is a heading", () =>
    expect(bodyOf(findPassages("A plan\n\n1. It.\n\n# Rules\n\n2. So."))).toBe(
      "# A plan\n\n## 1\n\nIt.\n\n# Rules\n\n## 2\n\nSo.",
    ));
});

test("numbers of a statement are found that no words have: not dates, other spellings or decimals", () => {
  const row = (statement: string, ...words: string[]) => ({
    key: "a",
    collection: "events" as const,
    value: { date: "2025-11-23", statement },
    receipts: words.map((words) => ({ words })),
  });
  const numbers = (...args: Parameters<typeof row>) =>
    findUnquotedNumbers([row(...args)] as never).flatMap((found) => found.numbers);
  expect(numbers("On 23 November 2025, 600,000 of 5, 2.5 and 7.", "600 000 of five: 2,5")).toEqual(["7"]);
  expect(numbers("They were 600.")).toEqual([]);
});

test("docs/fields.md says what the schemas say; `npx vitest run -u scripts/story.test.ts` writes it", async () =>
  expect(await fieldsPage()).toMatchFileSnapshot("../docs/fields.md"));
