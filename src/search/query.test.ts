import fc from "fast-check";
import { expect, test } from "vitest";
import { FILTERS, parametersOf, queryOf } from "./query.ts";

test("a query comes back from its address", () => {
  const value = fc.string({ minLength: 1 });
  const query = fc.record({
    text: fc.string(),
    filters: fc.record(Object.fromEntries(FILTERS.map((name) => [name, value])), { requiredKeys: [] }),
    byDate: fc.boolean(),
  });
  fc.assert(
    fc.property(query, (asked) => {
      expect(queryOf(new URLSearchParams(parametersOf(asked).toString()))).toEqual(asked);
    }),
  );
});

test("an address without a query asks nothing, and what it does not know is left out", () => {
  expect(queryOf(new URLSearchParams("sort=size&colour=red&kind="))).toEqual({
    text: "",
    filters: {},
    byDate: false,
  });
  expect(parametersOf({ text: "", filters: {}, byDate: false }).toString()).toBe("");
});
