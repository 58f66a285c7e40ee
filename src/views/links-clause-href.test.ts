import { expect, it } from "vitest";
import { clauseLink } from "./links.ts";
import { SMALL } from "./plan-views.fixture.ts";

it("a question leads to its place under its theme, a theme to its page, anything else to an error that names it", () => {
  expect(clauseLink(SMALL, "size-cap")).toEqual({ href: "/clauses/army/#size-cap", label: "How large?" });
  expect(clauseLink(SMALL, "army").href).toBe("/clauses/army/");
  expect(() => clauseLink(SMALL, "navy")).toThrow(/navy/);
});
