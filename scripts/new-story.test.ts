import { expect, test } from "vitest";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { siteIds, siteSchema } from "../src/site.ts";
import { parseYaml, validate } from "../src/yaml/yaml-file.ts";
import { writeMarked } from "../src/yaml/marked-files.fixture.ts";
import { readDraft, readQuestion, storyFiles } from "./new-story.ts";

test("a new story has no problem: its site, two drafts, and answers, of which one is not known", () => {
  const drafts = [
    "Rough draft; 1776-06; Ann; https://a.example/1",
    "The second draft; 1776-07-04; Bob; https://www.b.example/2;b=3; reworks",
  ].map(readDraft);
  const questions = ["How long is it?; Term; A year; Two", "What else; Rest; All;"].map(readQuestion);
  const files = storyFiles("A story", drafts, questions);
  const site = parseYaml(files["site.yaml"]!, "site.yaml");
  const { problems, ledger } = inspectLedger(
    `${writeMarked(files).directory}/ledger`,
    siteIds(validate(site, siteSchema)!),
  );
  expect([...site.problems, ...problems]).toEqual([]);
  // Nobody has read anything whole, or knows who published it.
  expect(Object.values(files).join()).not.toMatch(/read(: |_)whole|official|: full|partial|relays/);
  expect(ledger.sources[1]?.url).toBe("https://www.b.example/2;b=3");
  expect(ledger.answers.map(({ draft, says }) => `${draft}: ${says}`)).toEqual([
    "rough-draft: A year",
    "the-second-draft: Two",
    "rough-draft: All",
  ]);
});

test("a question without a name or an answer is rejected", () => {
  for (const flag of [
    "Why?",
    "Why?; A year; ",
    "Why?; Term; Not mentioned; Two",
    "Why?; At the end of the year; Two",
  ])
    expect(() => readQuestion(flag)).toThrow("; fix: ");
});

test.for([
  ["First; 17760; Ann; https://a.example/1", "has the date “17760”"],
  ["First; 1776-07; ; https://a.example/1", "does not say who wrote it"],
  ["First; 1776-07; Ann; https://a.example/1; rework", "has no address, or words after it"],
  ["The very first draft; 1776-07; Ann; https://a.example/1", "has a name of 20 characters, more than 16"],
] as const)("the draft %s is rejected before anything is written: it %s", ([flag, wrong]) =>
  expect(() => readDraft(flag)).toThrow(wrong),
);
