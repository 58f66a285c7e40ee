import { describe, expect, test } from "vitest";
import { diffDrafts } from "./diff-drafts.ts";
import { answersByPoint } from "./drafts.ts";
import { get } from "./lookup.ts";
import { formatProblem } from "./problem.ts";
import { inspectLedger } from "./read-ledger.ts";

const { ledger, problems } = inspectLedger("content/ledger");

test("the ledger of the site has no problems and every collection has rows", () => {
  expect(problems.map(formatProblem)).toEqual([]);
  expect(
    Object.entries(ledger)
      .filter(([, rows]) => rows.length === 0)
      .map(([name]) => name),
  ).toEqual([]);
});

describe("a draft of which every point is on record", () => {
  const cases: [draft: string, count: number][] = [
    ["us-28", 28],
    ["zelensky-20", 20],
  ];
  test.for(cases)("%s has %i points, numbered without a gap, and an answer is drawn from each", ([draft, count]) => {
    const points = answersByPoint(ledger, draft);
    expect(points.map(({ point }) => point.number)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    expect(points.filter(({ answers }) => answers.length === 0).map(({ point }) => point.title)).toEqual([]);
    expect(get(ledger, "drafts", draft).points).toBe(count);
  });

  test("no answer names a point that its draft does not have", () => {
    const onRecord = new Set(ledger.points.map(({ draft }) => draft));
    const known = new Set(ledger.points.map(({ draft, number }) => `${draft} ${number}`));
    const lost = ledger.provisions
      .flatMap(({ draft, points }) => (onRecord.has(draft) ? points.map((number) => `${draft} ${number}`) : []))
      .filter((point) => !known.has(point));
    expect(lost).toEqual([]);
  });
});

test("from the US draft to Zelensky’s, the ceiling on the army was softened from 600,000 to 800,000", () => {
  const diff = diffDrafts(ledger, get(ledger, "drafts", "us-28"), get(ledger, "drafts", "zelensky-20"));
  const cap = diff.flatMap(({ answers }) => answers).find(({ question }) => question.id === "army-cap");
  expect(cap).toMatchObject({
    change: "softened",
    before: { value: 600_000, unit: "personnel" },
    after: { value: 800_000, unit: "personnel" },
  });
});

test("every answer with a number has a unit, and the other way round", () => {
  expect(
    ledger.provisions
      .filter(({ value, unit }) => (value === undefined) !== (unit === undefined))
      .map(({ draft, question }) => `${draft} ${question}`),
  ).toEqual([]);
});
