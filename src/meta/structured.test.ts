import { expect, test } from "vitest";
import { describeArticle } from "./structured.ts";

test("an article in JSON-LD has full addresses, and no text of it ends its script", () => {
  const title = '</script><script>alert(1)</script><!-- \u2028 "quoted" & é';
  const written = describeArticle({ id: "plan", title, description: "D", modified: "2026-12-01" });
  expect(written).not.toMatch(/</);
  expect(JSON.parse(written)).toMatchObject({
    headline: title,
    image: "https://draft-by-draft.example/cards/plan.png",
    mainEntityOfPage: "https://draft-by-draft.example/plan/",
    dateModified: "2026-12-01",
    publisher: { name: "Draft by Draft" },
  });
});
