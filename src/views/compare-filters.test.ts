import { expect, test } from "vitest";
import { compareFilterCss, countMoved, isPublished } from "./compare-filters.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";

test("what changed is everything but the same, what neither settled, and the unknown", () =>
  expect(
    countMoved({
      ...{ same: 1, softened: 2, removed: 3, added: 4, changed: 5, open: 6, unknown: 7 },
      "still-open": 8,
    }),
  ).toBe(20));

test("a row is published if both of its answers are, or the only one", () => {
  const [published, reported] = ledgerOf({
    provisions: [{}, { draft: "other", certainty: "reported" }],
  }).provisions;
  expect(isPublished({ before: published, after: published })).toBe(true);
  expect(isPublished({ before: published, after: undefined })).toBe(true);
  expect(isPublished({ before: published, after: reported })).toBe(false);
  expect(isPublished({ before: reported, after: undefined })).toBe(false);
});

test("each choice hides the rows that are not of it, alone and with the box", () => {
  const css = compareFilterCss(["softened", "same"]);
  expect(css.split("\n")).toHaveLength(7);
  expect(css).toContain(
    [
      "main:has(#show-softened:checked) .compare",
      ":is(.answer-row:not(.answer-row[data-change=softened]),section:not(:has(.answer-row[data-change=softened]))){display:none}",
    ].join(" "),
  );
  expect(css).toContain(
    "main:has(#show-all:checked):has(#show-published:checked) .compare :is(.answer-row:not(.answer-row[data-published])",
  );
  expect(css).toContain(
    "#show-moved:checked) .compare :is(.answer-row:not(.answer-row:not([data-change=same]):not([data-change=still-open]):not([data-change=unknown]))",
  );
});
