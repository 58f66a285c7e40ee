import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { seenAs, thinCoverage } from "./coverage-words.ts";

const sources = [
  { id: "headline", seen: "headline" },
  { id: "report", seen: "whole" },
];

const publishers = [{ id: "ap" }, { id: "state", state_controlled_by: "RU" }];

test("a site whose latest events rest on headlines says since when", () => {
  const ledger = (page: string) =>
    ledgerOf({ publishers, sources, events: [{ date: "2026-07-04", sources: [page] }] });
  expect(thinCoverage(ledger("headline"))).toBe(
    "Since July 2026 our coverage has rested on headlines and official notices rather than full reports.",
  );
  expect(thinCoverage(ledger("report"))).toBeUndefined();
});

test("an event with headlines only says so", () => {
  expect(seenAs(ledgerOf({ publishers, sources }), ["headline"])).toBe("Seen as headlines only.");
  expect(seenAs(ledgerOf({ publishers, sources }), ["headline", "report"])).toBeUndefined();
  const state = { id: "state", seen: "part", publisher: "state" };
  expect(seenAs(ledgerOf({ publishers, sources: [...sources, state] }), ["headline", "state"])).toBe(
    "Seen as headlines only, apart from state-controlled outlets.",
  );
});
