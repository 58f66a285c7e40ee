import { expect, test } from "vitest";
import { getOrInsert, nth, expectDefined } from "./expect-defined.ts";

test("what is missing is named, what is false or nothing is there", () => {
  expect(() => expectDefined(undefined, "draft `first-28`")).toThrow("there is no draft `first-28`");
  expect(() => expectDefined(null, "title")).toThrow("there is no title");
  expect([expectDefined(0, "x"), expectDefined("", "x"), expectDefined(false, "x")]).toEqual([0, "", false]);
});

test("an item is found from both ends, also one that is undefined, and none beyond them", () => {
  expect([nth(["a", "b"], 0), nth(["a", "b"], -2), nth("ab", -1), nth([undefined], 0)]).toEqual([
    "a",
    "a",
    "b",
    undefined,
  ]);
  for (const index of [2, -3, Number.NaN])
    expect(() => nth(["a", "b"], index)).toThrow(`a list of 2 has no item ${index}`);
});

test("an entry is made once", () => {
  const map = new Map([["a", 1]]);
  const made = ["a", "b", "b"].map((key) => getOrInsert(map, key, () => map.size + 1));
  expect([made, map.size]).toEqual([[1, 2, 2], 2]);
});
