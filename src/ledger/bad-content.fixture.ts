import { expect } from "vitest";
import { type MarkedFiles, placeOf, writeMarked } from "./marked-files.fixture.ts";
import { formatProblem, sortProblems } from "./problem.ts";
import { inspectLedger } from "./read-ledger.ts";

// One good row of the collections that the tests of bad content spoil.
export const SOURCE = `- id: ap-2025
  publisher: ap
  title: The plan
  url: https://ap.example/plan
  lang: en
  kind: news
  seen: part
`;
/** The publisher of SOURCE. */
export const PUBLISHER = `- id: ap
  name: AP
  kind: agency
`;
export const EVENT = `- id: talks
  topic: plan
  date: '2025-11-23'
  title: Talks
  statement: They talked.
  status: confirmed
  sources: [ap-2025]
`;
export const REASON = `- id: why
  kind: yardstick
  question: army
  topic: plan
  date: 2025-11
  title: Why
  statement: A limit invites.
  status: confirmed
  sources: [ap-2025]
`;
export const THEME = `- id: army
  name: Army
  order: 1
  group: security
  summary: What is at stake.
  questions:
    - id: army-cap
      text: How large may it be?
`;
export const DRAFT = `- id: first
  name: First draft
  short: First
  date: '2025-11-20'
  authors: Envoys
  by: [united-states]
  text_public: full
  absence: silent
  summary: A text.
  sources: [ap-2025]
`;
export const PROVISION = `- draft: first
  question: army-cap
  answer: At most 600,000
  summary: The answer in full.
  status: stated
  certainty: published
  sources: [ap-2025]
`;
export const ACCUSED = `- id: somebody
  name: Somebody
  role: Envoy
  sources: [ap-2025]
`;
export const PROCEEDING = `- id: bribe
  person: somebody
  name: Case of the bribe
  by: A bureau
  allegation: alleged bribe
  stage: suspected
  as_of: '2025-12-31'
  answer:
    text: Denies it.
    date: '2025-12-01'
    sources: [ap-2025]
  sources: [ap-2025]
`;
export const STEP = `- id: notice
  date: '2025-12-01'
  step: Somebody is suspected.
  status: confirmed
  body: A bureau
  persons: [somebody]
  proceedings: [bribe]
  accuser: A bureau
  sources: [ap-2025]
`;
export const SERIES = `- id: index
  title: Index
  unit: points
  columns: [Year, Value]
  rows:
    - [2024, 35]
    - [2025, 36]
  as_of: 2025
  sources: [ap-2025]
`;

/** Replaces text that must be there, so that a case cannot be right by accident. */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text has no ${from}`);
  return text.replace(from, to);
}

/** What is wrong, the files with the places where it shows (`▸`), and parts of each message, in the order of the places. */
export type BadContent = [name: string, files: MarkedFiles, ...messages: string[][]];

/** Expects exactly one problem at every marked place, with these parts of its message, and none elsewhere. */
export function expectRefused(files: MarkedFiles, messages: readonly string[][]): void {
  expectFound("problems", files, messages);
}

/** The same of warnings. */
export function expectWarned(files: MarkedFiles, messages: readonly string[][]): void {
  expectFound("warnings", files, messages);
}

function expectFound(
  level: "problems" | "warnings",
  files: MarkedFiles,
  messages: readonly string[][],
): void {
  const { directory, places } = writeMarked({ "publishers.yaml": PUBLISHER, ...files });
  const problems = sortProblems(inspectLedger(directory)[level]);
  expect(problems.map((problem) => placeOf(problem, directory))).toEqual(places);
  expect(messages).toHaveLength(places.length);
  problems.forEach((problem, i) => {
    for (const part of messages[i]!) expect(formatProblem(problem)).toContain(part);
  });
}

/** Files in which nothing is wrong. */
export type GoodContent = [name: string, files: Record<string, string>];

/** Expects no problem. */
export function expectTaken(files: Record<string, string>): void {
  const { directory } = writeMarked({ "publishers.yaml": PUBLISHER, ...files });
  expect(inspectLedger(directory).problems).toEqual([]);
}
