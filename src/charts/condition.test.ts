import { describe, expect, test } from "vitest";
import { compare, parseCondition, unknownNames } from "./condition.ts";

const numbers = { first: 26, last: 36, none: 0 };

describe("a condition", () => {
  test.for([
    ["last > first", true, "36 > 26"],
    ["last>first", true, "36 > 26"],
    ["first >= 26", true, "26 >= 26"],
    ["first > 26", false, "26 > 26"],
    ["first < last", true, "26 < 36"],
    ["last <= first", false, "36 <= 26"],
    ["none = 0", true, "0 = 0"],
    ["none != 0", false, "0 != 0"],
    ["none > -1.5", true, "0 > -1.5"],
  ] as const)("%s: %s, since %s", ([text, holds, says]) => {
    expect(compare(parseCondition(text)!, numbers)).toEqual({ holds, says });
  });

  test.for([
    "",
    "last",
    "last >",
    "> first",
    "last > first > 1",
    "last first",
    "last => first",
    "last >> first",
    "last > 1.2.3",
    "a-b > 1",
  ])("“%s” is none", (text) => expect(parseCondition(text)).toBeUndefined());

  test("knows its names", () => {
    expect(unknownNames(parseCondition("last > toString")!, numbers)).toEqual(["toString"]);
    expect(unknownNames(parseCondition("last > 3")!, numbers)).toEqual([]);
  });
});
