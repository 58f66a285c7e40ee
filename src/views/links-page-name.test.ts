import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { pageName } from "./links.ts";

const ledger = ledgerOf({
  drafts: [{ id: "leak", name: "The leak" }],
  people: [{ id: "envoy", name: "Ann Envoy" }],
  events: [{ id: "talks", title: "Talks" }],
});
const titles = new Map([
  ["plan", "The plan"],
  ["size-cap", "A ceiling became a level"],
]);
const name = (path: string) => pageName(path, ledger, titles);

test.each([
  ["/", "the whole site"],
  ["/plan/", "The plan"],
  ["/timeline/", "Timeline"],
  ["/drafts/leak/", "The leak"],
  ["/people/envoy/", "Ann Envoy"],
  ["/events/talks/", "Talks"],
  ["/charts/size-cap/", "A ceiling became a level"],
])("%s is called “%s”", (path, expected) => expect(name(path)).toBe(expected));

test("a path without a page has no name", () => {
  expect(() => name("/charts/lost/")).toThrow("`/charts/lost/`");
  expect(() => name("/drafts/lost/")).toThrow("lost");
  expect(() => name("/a/b/c/d/")).toThrow("`/a/b/c/d/`");
});
