import { describe, expect, it } from "vitest";
import { data as dataOf, panel } from "../cases/multiples.cases.ts";
import { multiples } from "./multiples.tsx";
import type { MultiplesData, MultiplesPanel } from "./multiples-data.ts";

const data = (panels: MultiplesPanel[], extra: Partial<MultiplesData> = {}): MultiplesData => ({
  ...dataOf(panels),
  ...extra,
});

describe("multiples refuse", () => {
  it.each([
    [
      "an unknown period",
      data([panel("a", [1, 2])], { periods: [{ id: "p0", name: "p0", label: "", short: "" }] }),
      "panel `a` has a bar for the unknown period `p1`",
    ],
    [
      "two bars for one period",
      data([panel("a", [1], { bars: [...panel("a", [1]).bars, ...panel("a", [2]).bars] })]),
      "panel `a` has two bars for `p0`",
    ],
    ["a negative value", data([panel("a", [-1])]), "panel `a`, `p0`: the value is -1"],
    ["an infinite value", data([panel("a", [1, Infinity])]), "panel `a`, `p1`: the value is Infinity"],
    [
      "a missing value without its word",
      data([panel("a", [null])], { missing: "" }),
      "panel `a`, `p0`: the key has no word for a missing value",
    ],
    ["a repeated id", data([panel("a", [1]), panel("a", [1])]), "`a` stands twice"],
  ])("%s", (_, bad, reason) => expect(multiples.refuse(bad)).toContain(reason));

  it("nothing that is sound", () =>
    expect(multiples.refuse(data([panel("a", [0, null, 3]), panel("b", [1])]))).toEqual([]));
});

it("the key of multiples names the dot only where there is one", () => {
  expect(multiples.key(data([panel("a", [1, null])]))).toEqual([{ glyph: "none", label: "not known" }]);
  expect(multiples.key(data([panel("a", [1, 0])]))).toEqual([]);
});
