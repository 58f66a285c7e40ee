import { expect, test } from "vitest";
import { tagsOf } from "./read-pages.ts";

test("tags are read with their attributes; comments and texts of scripts hold none", () => {
  const tags = tagsOf(
    `<!-- <b id="no"> --><a href='x' title="a > b &quot;c&quot;" hidden>t</a><script type=module>if (a<b) "<i>"</script><br/>`,
  );
  expect(tags.map((tag) => tag.name)).toEqual(["a", "script", "br"]);
  expect(Object.entries(tags[0]!.attributes)).toEqual([
    ["href", "x"],
    ["title", 'a > b "c"'],
    ["hidden", ""],
  ]);
  expect(tags[1]!.text).toBe('if (a<b) "<i>"');
});
