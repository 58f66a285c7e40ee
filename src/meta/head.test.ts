import { expect, test } from "vitest";
import { describeArticle, pagePolicy } from "./head.ts";

test("a page may use the site’s files and, by hash, what is in it, no more", () => {
  const policy = (style: string, script: string) =>
    `default-src 'none'; script-src ${script}; worker-src 'self'; style-src ${style}; img-src 'self'; ` +
    "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'";
  const hash = "'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='";
  expect(pagePolicy("p{}")).toBe(policy(hash, "'self'"));
  expect(pagePolicy("", "p{}")).toBe(policy("'self'", hash));
});

test("JSON-LD has full addresses, and no text of it ends its script", () => {
  const title = '</script><script>alert(1)</script><!-- \u2028 "quoted" & é';
  const text = describeArticle({ id: "plan", title, description: "D", modified: "2026-12-01" });
  expect(text).not.toMatch(/</);
  expect(JSON.parse(text)).toMatchObject({
    headline: title,
    image: "https://draft-by-draft.example/cards/plan.png",
    mainEntityOfPage: "https://draft-by-draft.example/plan/",
    dateModified: "2026-12-01",
    publisher: { name: "Draft by Draft" },
  });
});
