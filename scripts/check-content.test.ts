import { expect, test } from "vitest";
import { inspectContent } from "./check-content.ts";

test("the content of the site has no problems", () => {
  expect(inspectContent("content").problems).toEqual([]);
});
