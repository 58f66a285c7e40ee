import { expect, test } from "vitest";
import { labelsSchema } from "./labels.ts";

test("a label of a story replaces its default, and leaves the others", () => {
  const labels = labelsSchema.parse({
    passage: "article",
    verdicts: { softer: { name: "softer" } },
    statuses: { confirmed: { meaning: "in a minute" } },
    outcomes: { open: "To be settled" },
  });
  expect([labels.passage, labels.passages, labels.covers_until]).toEqual(["article", "passages", undefined]);
  expect([labels.verdicts.softer.name, labels.verdicts.dropped.name]).toEqual(["softer", "dropped"]);
  expect(labels.statuses.confirmed).toEqual({ name: "on record", meaning: "in a minute" });
  expect([labels.outcomes.open, labels.outcomes.changed]).toEqual(["To be settled", "Changed"]);
});
