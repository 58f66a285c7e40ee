import { expect, test } from "vitest";
import * as receipts from "./receipts.ts";

test("a sign is named by its outlet, with each status that is less than confirmed", () => {
  expect(receipts.signName("AP", ["confirmed", "reported"])).toBe("AP, reported");
  expect(receipts.signName("AP", ["confirmed"])).toBe("AP");
});

test("a status is a sentence with its meaning", () =>
  expect(receipts.statusLine("reported")).toMatch(/^Reported: [^.]+\.$/));

test("what is worth a word of a source is one line, and what is not known is left out", () => {
  const known = {
    carries: "carrying AP",
    published: "2025-11-20",
    lang: "uk",
    stateControlled: true,
    read: "headline only",
  };
  expect(receipts.sourceFacts(known)).toBe(
    "carrying AP, 20 Nov 2025, in Ukrainian, state-controlled, headline only",
  );
  const bare = {
    carries: undefined,
    published: undefined,
    lang: "en",
    stateControlled: false,
    read: undefined,
  };
  expect([receipts.sourceFacts(bare), receipts.sourceFacts({ ...bare, published: "2025" })]).toEqual([
    "",
    "2025",
  ]);
});

test("a source has its title in quotation marks, or the site’s own words without, and says that an excerpt was read", () => {
  expect(receipts.sourceTitle("The plan", "A report", "whole")).toBe("“The plan”.");
  expect(receipts.sourceTitle(undefined, "A report", "headline")).toBe("A report.");
  expect(receipts.sourceTitle("The plan", undefined, "part")).toBe("“The plan”. An excerpt was read.");
  expect(receipts.sourceTitle(undefined, undefined, "part")).toBe("An excerpt was read.");
});

test("sources are counted in words that fit the number", () => {
  expect([
    receipts.eventPage("Leak", 0),
    receipts.eventPage("Leak", 1),
    receipts.eventPage("Leak", 4),
  ]).toEqual(["Leak", "Leak: all 1 source", "Leak: all 4 sources"]);
  expect([receipts.list.count(1), receipts.list.count(2)]).toEqual(["1 page", "2 pages"]);
  expect([receipts.moreSources(1), receipts.moreSources(2)]).toEqual([
    "1\u00a0more source",
    "2\u00a0more sources",
  ]);
});
