import { expect, it } from "vitest";
import { beginSection, nextParagraph } from "./place.ts";

it("paragraphs are named after their section and their place in it", () => {
  const page = {};
  const first = nextParagraph(page);
  beginSection(page, "how-it-began");
  const inSection = [nextParagraph(page), nextParagraph(page)];
  beginSection(page, "how-it-ended");
  expect([first, ...inSection, nextParagraph(page)]).toEqual(["p1", "how-it-began-p1", "how-it-began-p2", "how-it-ended-p1"]);
  expect(nextParagraph({})).toBe("p1");
});
