import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { seenAs, thinCoverage } from "./coverage-words.ts";

const publishers = [
  { id: "agency" },
  { id: "ministry", kind: "official-body" },
  { id: "state", state_controlled_by: "RU" },
];
const SEEN = [
  { id: "headline", seen: "headline" },
  { id: "part", seen: "part" },
  { id: "whole", seen: "whole" },
  { id: "ministry", publisher: "ministry" },
  { id: "state", publisher: "state" },
  { id: "state-headline", seen: "headline", publisher: "state" },
  { id: "decree", seen: "headline", publisher: "ministry" },
];
const sources = SEEN.map((source) => ({ publisher: "agency", ...source }));

test.for<[what: string, from: string | undefined, ...events: string[]]>([
  ["no month", undefined, "2026-05-01 part", "2026-06-01 whole"],
  [
    "a run, over a month without events, in any order",
    "May 2026",
    "2026-07-02 ministry",
    "2026-05-01 headline",
    "2026-04-01 part",
  ],
  ["only the latest run", "June 2026", "2026-04-01 headline", "2026-05-01 whole", "2026-06-02 headline"],
  ["not where reports came back", undefined, "2026-05-01 headline", "2026-06-01 part"],
  ["half is not most", undefined, "2026-06-01 headline", "2026-06-02 part"],
  ["a page counts once a month", undefined, "2026-06-01 headline part", "2026-06-02 headline whole"],
  ["a year has no month", "June 2026", "2026-06-01 headline", "2026 headline"],
])("coverage is thin from the first of the last months of headlines and notices: %s", ([, from, ...rows]) => {
  const events = rows.map((row, i) => {
    const [date, ...ids] = row.split(" ");
    return { id: `event-${i}`, date, sources: ids };
  });
  expect(thinCoverage(ledgerOf({ publishers, sources, events }))).toBe(
    from &&
      `Since ${from} our coverage has rested on headlines and official notices rather than full reports.`,
  );
});

test.for<[sources: string, words: string | undefined]>([
  ["headline", "Seen as headlines only."],
  ["headline ministry", "Seen as headlines and official notices only."],
  ["headline state", "Seen as headlines only, apart from state-controlled outlets."],
  ["headline ministry state-headline", "Seen as headlines and official notices only."],
  ["decree", "Seen as headlines only."],
  ["ministry", undefined],
  ["state-headline", undefined],
  ["headline part", undefined],
])("a statement of which no report was read says so: %s", ([ids, words]) =>
  expect(seenAs(ledgerOf({ publishers, sources }), ids.split(" "))).toBe(words),
);
