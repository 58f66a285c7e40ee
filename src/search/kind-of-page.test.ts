import { expect, test } from "vitest";
import { kindOfPage } from "./kind-of-page.ts";

test.each([
  ["/plan/", "Explainer"],
  ["/plan/drafts/us-28/", "Draft"],
  ["/plan/themes/nato/", "Theme"],
  ["/people/yermak/", "Person"],
  ["/glossary/#sapo", "Term"],
  ["/sources/", undefined],
  ["/", undefined],
])("%s is of the kind %s", (path, kind) => {
  expect(kindOfPage(path)).toBe(kind);
});
