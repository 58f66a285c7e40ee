import { expect, test } from "vitest";
import { describeArticle, pagePolicy } from "./head.ts";

test("the policy of pages allows their own files and the style that is in them, and nothing else", () => {
  const policy = (styles: string) =>
    `default-src 'none'; script-src 'self'; worker-src 'self'; style-src ${styles}; img-src 'self'; ` +
    "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'";
  expect(pagePolicy()).toBe(policy("'self'"));
  expect(pagePolicy("p{}")).toBe(policy("'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"));
});

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
