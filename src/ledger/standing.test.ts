import { describe, expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { type Standing, standing } from "./sources.ts";

const publishers = [
  { id: "ministry", kind: "official-body" },
  { id: "union", kind: "official-body" },
  { id: "agency", kind: "agency" },
  { id: "record", kind: "newsroom-of-record" },
  { id: "daily", kind: "newsroom" },
  { id: "institute", kind: "research" },
  { id: "scrape", kind: "aggregator" },
  { id: "state", kind: "agency", state_controlled_by: "RU" },
];

describe("the standing of a page follows from its publisher and from whose work it carries", () => {
  const cases: [what: string, source: object, expected: Standing][] = [
    ["a body's own page", { publisher: "ministry" }, "official"],
    ["a body that carries another body", { publisher: "union", relays: ["ministry"] }, "official"],
    ["a body that carries a newsroom", { publisher: "ministry", relays: ["daily"] }, "relay"],
    ["an institute's own figures", { publisher: "institute", kind: "dataset" }, "official"],
    ["an institute's own notice", { publisher: "institute", kind: "official" }, "official"],
    ["an institute's comment", { publisher: "institute", kind: "analysis" }, "original"],
    ["figures in a newspaper", { publisher: "daily", kind: "dataset" }, "original"],
    [
      "an institute that carries another's figures",
      { publisher: "institute", kind: "dataset", relays: ["daily"] },
      "relay",
    ],
    ["a newsroom's own reporting", { publisher: "daily" }, "original"],
    ["an agency's own page", { publisher: "agency" }, "original"],
    ["a retelling of an agency", { publisher: "daily", relays: ["agency"] }, "relay"],
    ["an agency's text, word for word", { publisher: "daily", relays: ["agency"], carries: "whole" }, "copy"],
    [
      "a newsroom of record, word for word",
      { publisher: "scrape", relays: ["record"], carries: "whole" },
      "copy",
    ],
    [
      "an official text, word for word",
      { publisher: "scrape", relays: ["ministry"], carries: "whole" },
      "copy",
    ],
    [
      "another newsroom, word for word",
      { publisher: "scrape", relays: ["daily"], carries: "whole" },
      "relay",
    ],
    [
      "its own text at another address",
      { publisher: "record", relays: ["record"], carries: "whole" },
      "copy",
    ],
    ["a state's outlet", { publisher: "state" }, "state-controlled"],
    [
      "a state's outlet that carries an agency word for word",
      { publisher: "state", relays: ["agency"], carries: "whole" },
      "state-controlled",
    ],
    [
      "a newsroom that carries a state's outlet",
      { publisher: "daily", relays: ["state"] },
      "state-controlled",
    ],
    [
      "a newsroom that names a state's outlet second",
      { publisher: "daily", relays: ["agency", "state"] },
      "relay",
    ],
  ];
  test.for(cases)("%s", ([, source, expected]) => {
    const ledger = ledgerOf({ publishers, sources: [source] });
    expect(standing(ledger, ledger.sources[0]!)).toBe(expected);
  });
});

test("a publisher that the ledger lacks is an error that names it", () => {
  const ledger = ledgerOf({
    publishers,
    sources: [{ publisher: "daily", relays: ["nobody"] }, { publisher: "nowhere" }],
  });
  expect(() => standing(ledger, ledger.sources[0]!)).toThrow("nobody");
  expect(() => standing(ledger, ledger.sources[1]!)).toThrow("nowhere");
});
