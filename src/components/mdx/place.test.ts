import { expect, it } from "vitest";
import { beginSection, nextParagraph } from "./place.ts";

const headings = [
  { slug: "how-it-began", depth: 2 },
  { slug: "how-it-ended", depth: 3 },
];

it("paragraphs are named after their section and their place in it", () => {
  const page = { headings };
  const first = nextParagraph(page);
  beginSection(page, "how-it-began");
  const inSection = [nextParagraph(page), nextParagraph(page)];
  beginSection(page, "how-it-ended");
  expect([first, ...inSection, nextParagraph(page)]).toEqual([
    "p1",
    "how-it-began-p1",
    "how-it-began-p2",
    "how-it-ended-p1",
  ]);
  expect(nextParagraph({})).toBe("p1");
});

it("a heading is the element of its level; one that the text does not have is refused", () => {
  expect(headings.map(({ slug }) => beginSection({ headings }, slug))).toEqual(["h2", "h3"]);
  expect(() => beginSection({ headings }, "how-it-went")).toThrow(/no heading `how-it-went`/);
});
