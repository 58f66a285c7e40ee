import { expect, test } from "vitest";
import { compileCss } from "./compile-css.ts";
import tokensCss from "./tokens.css?raw";

test("CSS gives a colour of each scheme to browsers that do not know `light-dark()`", () => {
  const css = compileCss(tokensCss);
  expect(css).toContain("#fbfaf5");
  expect(css).toContain("#16171a");
  expect(css).not.toContain("light-dark(");
});
