import { expect, test } from "vitest";
import { nth, expectDefined } from "./expect-defined.ts";

test("what is missing is named, what is false or nothing is there", () => {
  for (const missing of [undefined, null])
    expect(() => expectDefined(missing, "draft `first-28`")).toThrow("there is no draft `first-28`");
  expect([expectDefined(0, "x"), expectDefined("", "x"), expectDefined(false, "x")]).toEqual([0, "", false]);
});

test("an item is found from both ends, and none beyond them", () => {
  expect([nth(["a", "b"], 0), nth("ab", -1), nth([undefined], 0)]).toEqual(["a", "b", undefined]);
  for (const index of [2, -3, Number.NaN])
    expect(() => nth(["a", "b"], index)).toThrow(`a list of 2 has no item ${index}`);
});
