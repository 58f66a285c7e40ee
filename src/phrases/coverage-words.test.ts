import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { sourceWarning } from "./coverage-words.ts";

const publishers = [
  { id: "agency" },
  { id: "ministry", kind: "official-body" },
  { id: "state", state_controlled_by: "RU" },
];
const SEEN = [
  { id: "headline", read: "headline" },
  { id: "part", read: "part" },
  { id: "whole", read: "whole" },
  { id: "ministry", publisher: "ministry" },
  { id: "state", publisher: "state" },
  { id: "state-headline", read: "headline", publisher: "state" },
  { id: "decree", read: "headline", publisher: "ministry" },
];
const sources = SEEN.map((source) => ({ publisher: "agency", ...source }));

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
  expect(sourceWarning(ledgerOf({ publishers, sources }), ids.split(" "))).toBe(words),
);
