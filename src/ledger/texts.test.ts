import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem, type Problem } from "../yaml/yaml-file.ts";
import { checkLimits, passageWithWords, readTexts } from "./texts.ts";

const HEAD = `draft: leak
edition: Printed
sources: [ap-2025]
seen: '2026-11-29'
rights: public-domain
extent: whole
lang: en
`;
const BODY = `# Article I

## 1

Sixty ships
in peace.

## 2a

The king pays.
`;

function read(head = HEAD, body = BODY, name = "leak.md") {
  const directory = mkdtempSync(join(tmpdir(), "texts-"));
  writeFileSync(join(directory, name), `---\n${head}---\n\n${body}`);
  const problems: Problem[] = [];
  const texts = readTexts(directory, problems);
  return {
    texts,
    problems: problems.map((problem) => formatProblem(problem).replace(/^.*\/(?=[^/]*\.md)/, "")),
  };
}

test("a text is read with its passages, each with the page it is from", () => {
  const { texts, problems } = read(`${HEAD}passages:\n  '2a': { sources: [other], edition: Copied }\n`);
  expect(problems).toEqual([]);
  expect(texts[0]?.text).toMatchObject({ id: "leak", draft: "leak", rights: "public-domain" });
  expect(texts[0]?.text.passages).toMatchObject([
    {
      number: "1",
      words: "Sixty ships in peace.",
      headings: ["Article I"],
      sources: ["ap-2025"],
      edition: "Printed",
    },
    {
      number: "2a",
      words: "The king pays.",
      headings: [],
      sources: ["other"],
      edition: "Copied",
      seen: "2026-11-29",
    },
  ]);
});

test("2a is of passage 2, and 2.1 is another", () => {
  const find = (body: string) => passageWithWords(read(HEAD, body).texts[0]!.text, ["2"], "The king pays");
  expect([find(BODY)?.number, find(BODY.replace("2a", "2.1"))]).toEqual(["2a", undefined]);
});

describe("what is wrong is said with the place and a remedy", () => {
  test.for([
    ["leak.md:2:1 `rights` is missing; fix: add `rights`", HEAD.replace(/rights: .*\n/, ""), BODY],
    [
      "leak.md:18:1 the passage 1 is there twice; fix: number the sentences",
      HEAD,
      BODY.replace("## 2a", "## 1"),
    ],
    [
      "leak.md:18:1 “The crew” is not the number of a passage; fix: write the number",
      HEAD,
      BODY.replace("## 2a", "## The crew"),
    ],
    ["leak.md:11:1 words stand before the first passage; fix: write `## `", HEAD, `Words.\n${BODY}`],
    ["leak.md:22:1 the passage 3 has no words; fix: copy them", HEAD, `${BODY}\n## 3\n`],
    ["the text has no passage 9; fix: correct the number", `${HEAD}passages:\n  '9': { edition: x }\n`, BODY],
    [
      "the passage 1 is held, and named as missing or not found; fix: remove",
      `${HEAD}missing: ['1']\n`.replace("extent: whole", "extent: part"),
      BODY,
    ],
    ["`extent` must be `part` where passages are missing", `${HEAD}missing: ['9']\n`, BODY],
  ])("%s", ([message, head, body]) => expect(read(head, body).problems.join("\n")).toContain(message));
  test("another kind of file", () =>
    expect(read(HEAD, BODY, "leak.txt").problems.join()).toContain("rename it to end in .md"));
  test("no head", () => expect(read("", BODY).problems.join()).toContain("the text has no head"));
});

test("a text that is only quoted has at most 400 words", () => {
  const quoted = HEAD.replace("public-domain", "quoted");
  const problems = (count: number, words: number) => {
    const passages = Array.from({ length: count }, (_, i) => `## ${i + 1}\n\n${"ship ".repeat(words)}\n`);
    return read(quoted, passages.join("\n"))
      .texts.flatMap(checkLimits)
      .map(({ message }) => message);
  };
  expect(problems(10, 40)).toEqual([]);
  expect(problems(11, 37)).toEqual(["407 words are held of a quoted text, at most 400 are allowed"]);
});
