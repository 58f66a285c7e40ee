import { expect, test } from "vitest";
import { labelsSchema } from "./labels.ts";

test("a label of a story replaces its default, and leaves the others", () => {
  const labels = labelsSchema.parse({
    passage: "article",
    passages: "articles",
    verdicts: { softer: { name: "softer" } },
    statuses: { confirmed: { meaning: "in a minute" } },
    outcomes: { open: "To be settled" },
  });
  expect([labels.passage, labels.parts, labels.covers_until]).toEqual(["article", "articles", undefined]);
  expect(labelsSchema.parse({}).parts).toBe("passages");
  expect([labels.verdicts.softer.name, labels.verdicts.dropped.name]).toEqual(["softer", "dropped"]);
  expect(labels.statuses.confirmed).toEqual({ name: "on record", meaning: "in a minute" });
  expect([labels.outcomes.open, labels.outcomes.changed]).toEqual(["To be settled", "Changed"]);
});
