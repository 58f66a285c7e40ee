import { expect, it } from "vitest";
import { clauseLink } from "./links.ts";
import { SMALL } from "./plan-views.fixture.ts";

it("links a question to its place under its theme, a theme to its page, and names anything else in an error", () => {
  expect(clauseLink(SMALL, "size-cap")).toEqual({ href: "/clauses/army/#size-cap", label: "How large?" });
  expect(clauseLink(SMALL, "army").href).toBe("/clauses/army/");
  expect(() => clauseLink(SMALL, "navy")).toThrow(/navy/);
});
