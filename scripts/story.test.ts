import { expect, test } from "vitest";
import { proposeAlignments } from "./story.ts";

const text = (passages: Readonly<Record<string, string>>) =>
  Object.entries(passages).map(([number, words]) => ({ number, words }));

test("passages are matched by their words wherever they moved; one may be split, dropped or new", () => {
  const before = text({
    "1": "The club has a chair and a treasurer. Members pay a fee of ten shillings every year.",
    "2": "The library opens on Sundays.",
    "3": "A guest may bring a dog.",
  });
  const after = text({
    "1": "Minutes are kept of each meeting.",
    "2": "The library opens on Mondays.",
    "3a": "The club has a chair and a treasurer.",
    "3b": "Members pay a fee of twelve shillings every year.",
  });
  expect(proposeAlignments(before, after).map(({ from, to }) => [from, to])).toEqual([
    [[], ["1"]],
    [["2"], ["2"]],
    [["1"], ["3a", "3b"]],
    [["3"], []],
  ]);
});
