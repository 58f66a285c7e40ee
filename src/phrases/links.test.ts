import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { eventOrSource, findPageName, sourceLink } from "./links.ts";

const ledger = ledgerOf({
  publishers: [{ id: "lemonde", name: "Le Monde" }],
  sources: [{ id: "lemonde-leak", publisher: "lemonde" }],
  drafts: [{ id: "leak", short: "The leak" }],
  people: [{ id: "envoy", name: "Ann Envoy" }],
  events: [
    { id: "leak", title: "A leak" },
    { id: "talks", title: "Talks" },
  ],
  themes: [{ id: "army", clauses: [{ id: "cap", text: "How many?" }] }],
});
const titles = new Map([
  ["plan", "The plan"],
  ["size-cap", "A ceiling became a level"],
]);
const name = (path: string) => findPageName(path, ledger, titles);

test.each([
  ["/", "the whole site"],
  ["/plan/", "The plan"],
  ["/timeline/", "Timeline"],
  ["/drafts/leak/", "The leak"],
  ["/people/envoy/", "Ann Envoy"],
  ["/events/talks/", "Talks"],
  ["/charts/size-cap/", "A ceiling became a level"],
])("%s is called “%s”", (path, expected) => expect(name(path)).toBe(expected));

test("a row links to its event or else to its first source, on the page of its publisher’s letter", () => {
  expect(eventOrSource(ledger, { event: "leak", sources: ["lemonde-leak"] })).toBe("/events/leak/");
  expect(eventOrSource(ledger, { sources: ["lemonde-leak"] })).toBe("/sources/l/#lemonde-leak");
  expect(() => sourceLink(ledger, "gone")).toThrow("no `gone` among the sources");
});
