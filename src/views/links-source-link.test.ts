import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { clauseHref } from "./links.ts";
import { eventOrSource } from "./links.ts";
import { sourceLink } from "./links.ts";

const ledger = ledgerOf({
  publishers: [{ id: "lemonde", name: "Le Monde" }],
  sources: [{ id: "lemonde-leak", publisher: "lemonde" }],
  events: [{ id: "leak" }],
  themes: [{ id: "army", clauses: [{ id: "cap", text: "How many?" }] }],
});

test("a source is on the page of its publisher’s letter", () => {
  expect(sourceLink(ledger, "lemonde-leak")).toBe("/sources/l/#lemonde-leak");
  expect(() => sourceLink(ledger, "gone")).toThrow("no `gone` among the sources");
});

test("a row links to its event or else to its first source", () => {
  expect(eventOrSource(ledger, { event: "leak", sources: ["lemonde-leak"] })).toBe("/events/leak/");
  expect(eventOrSource(ledger, { sources: ["lemonde-leak"] })).toBe("/sources/l/#lemonde-leak");
});

test("a question links to its clause, and an unknown one is rejected", () => {
  expect(clauseHref(ledger, "cap")).toBe("/clauses/army/#cap");
  expect(() => clauseHref(ledger, "navy")).toThrow("no clause `navy`");
});
