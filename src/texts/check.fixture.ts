import { expect } from "vitest";
import { ledgerOf, SITE_IDS } from "../ledger/ledger.fixture.ts";
import { idsOf } from "../ledger/read-ledger.ts";
import { type MarkedFiles, placeOf, writeMarked } from "../yaml/marked-files.fixture.ts";
import { formatProblem, sortProblems } from "../yaml/yaml-file.ts";
import { checkTexts, textKinds } from "./check.ts";

const ledger = ledgerOf({
  sources: [{}],
  events: [
    { id: "talks", statement: "Of 28 points one is a cap of 800,000." },
    { id: "speech", quote: { by: "envoy", words: "We talked", lang: "en", source: "ap-2025" } },
  ],
  reasons: [{ id: "why" }],
  drafts: [{ id: "first" }],
  themes: [{ clauses: [{ id: "cap", text: "How large?" }] }],
  people: [{ id: "envoy", name: "Ann Envoy" }],
  proceedings: [{ person: "envoy" }],
});

export const HEAD = `---
title: What is the plan?
description: "How it changed: draft by draft."
topic: plan
answer: A text in many versions.
---
`;
export const page = (body: string): MarkedFiles => ({ "plan.mdx": `${HEAD}\n${body}\n` });
export const head = (from: string, to: string): MarkedFiles => {
  expect(HEAD).toContain(from);
  return { "plan.mdx": `${HEAD.replace(from, to)}\nText.\n` };
};

const kinds = textKinds(ledger, {
  ...idsOf(ledger),
  terms: new Set(["e3"]),
  charts: new Set(["size-cap"]),
  topics: SITE_IDS.topics,
});

/** What is wrong, the files with the places where it shows (`▸`), and parts of each message, in the order of the places. */
export type BadText = [message: string[], files: MarkedFiles, ...messages: string[][]];

/** Expects exactly one problem at every marked place, with these parts of its message, and none elsewhere. */
export function expectFound(
  files: MarkedFiles,
  messages: readonly string[][],
  kind: keyof typeof kinds = "explainer",
): void {
  const { directory, places } = writeMarked(files);
  const problems = sortProblems(checkTexts(directory, kinds[kind]).flatMap(({ problems }) => problems));
  expect(problems.map((problem) => placeOf(problem, directory))).toEqual(places);
  problems.forEach((problem, i) => {
    for (const part of messages[i]!) expect(formatProblem(problem)).toContain(part);
  });
}
