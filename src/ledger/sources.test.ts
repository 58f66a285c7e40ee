import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import {
  findCoverageEnd,
  countOrigins,
  originOf,
  receiptLabel,
  rankSources,
  shortLabel,
  sourcesLine,
  gradeSource,
} from "./sources.ts";

const publishers = [
  { id: "ministry", name: "Ministry", kind: "official-body" },
  { id: "court", name: "Court", kind: "official-body" },
  { id: "agency", name: "Agency" },
  { id: "wire", name: "Wire" },
  { id: "record", name: "Record", kind: "press-of-record" },
  { id: "daily", name: "Daily", kind: "press" },
  { id: "county", name: "County", kind: "regional" },
  { id: "institute", name: "Institute", kind: "research" },
  { id: "blogger", name: "Blogger", kind: "speaker" },
  { id: "scrape", name: "Scrape", kind: "aggregator" },
  { id: "unnamed", name: "unnamed outlets", kind: "aggregator" },
  { id: "state", name: "State", state_controlled_by: "RU" },
];

test.for<[what: string, source: object, expected: ReturnType<typeof gradeSource>]>([
  ["a body's own page", { publisher: "ministry" }, "official"],
  ["a body that carries a newsroom", { publisher: "ministry", relays: ["daily"] }, "retelling"],
  ["a body's essay", { publisher: "ministry", kind: "analysis" }, "original"],
  ["a body that carries another", { publisher: "ministry", relays: ["court"], carries: "whole" }, "copy"],
  ["an institute's own figures", { publisher: "institute", kind: "dataset" }, "official"],
  ["an institute's comment", { publisher: "institute", kind: "analysis" }, "original"],
  [
    "an institute with another's figures",
    { publisher: "institute", kind: "dataset", relays: ["daily"] },
    "retelling",
  ],
  ["an agency's text, word for word", { publisher: "daily", relays: ["agency"], carries: "whole" }, "copy"],
  [
    "a state's outlet with an agency's text",
    { publisher: "state", relays: ["agency"], carries: "whole" },
    "state-controlled",
  ],
  ["a newsroom that carries a state's outlet", { publisher: "daily", relays: ["state"] }, "state-controlled"],
])("the standing of %s", ([, source, expected]) => {
  const ledger = ledgerOf({ publishers, sources: [source] });
  expect(gradeSource(ledger, ledger.sources[0]!)).toBe(expected);
});

const ledger = ledgerOf({
  publishers,
  sources: [
    { id: "agency", publisher: "agency" },
    { id: "wire-record", publisher: "wire", relays: ["record"] },
    { id: "record", publisher: "record" },
    { id: "digest", publisher: "scrape", relays: ["unnamed"] },
    { id: "own", publisher: "record", relays: ["record"] },
    { id: "several", publisher: "daily", relays: ["wire", "agency"] },
    { id: "state", publisher: "state" },
    { id: "daily", publisher: "daily" },
    { id: "ministry", publisher: "ministry" },
    { id: "blogger", publisher: "blogger" },
    { id: "county", publisher: "county" },
    { id: "county-wire", publisher: "county", relays: ["wire"] },
    { id: "county-copy", publisher: "county", relays: ["agency"], carries: "whole" },
    { id: "scrape-agency", publisher: "scrape", relays: ["agency"] },
    { id: "scrape-copy", publisher: "scrape", relays: ["record"], carries: "whole" },
  ],
});
const bySource = (id: string) => ledger.sources.find((source) => source.id === id)!;

test.for<[id: string, origin: string, label: string, short: string]>([
  ["agency", "agency", "Agency", "Agency"],
  ["wire-record", "record", "Record via Wire", "Record"],
  ["digest", "unnamed", "Scrape, origin not named", "Scrape"],
  ["own", "record", "Record", "Record"],
  ["several", "wire", "Wire, Agency via Daily", "Wire"],
])("a receipt says whose work it is: %s", ([id, origin, label, short]) => {
  const source = bySource(id);
  expect([originOf(source), receiptLabel(ledger, source), shortLabel(ledger, source)]).toEqual([
    origin,
    label,
    short,
  ]);
});

test.for<[ids: string, origins: number | undefined]>([
  ["record agency", 2],
  ["record own", 1],
  ["wire-record scrape-copy", 1],
  // The page of the publisher whose work another page carries carries somebody else’s.
  ["several daily", 1],
  ["record digest", undefined],
])("pages that rest on each other are one origin: %s", ([ids, origins]) =>
  expect(countOrigins(ids.split(" ").map(bySource))).toBe(origins),
);

test.for<[what: string, ids: string, order: string]>([
  [
    "by kind of publisher",
    "county blogger daily record agency ministry",
    "ministry agency record daily blogger county",
  ],
  ["by the origin, not by the page", "daily wire-record several", "several wire-record daily"],
  [
    "weak pages last",
    "state digest scrape-agency county-wire daily",
    "daily scrape-agency county-wire digest state",
  ],
  ["a copy word for word is not weak", "daily scrape-copy county-copy", "county-copy scrape-copy daily"],
  [
    "each origin once before it comes again",
    "wire-record record agency agency",
    "agency record agency wire-record",
  ],
])("receipts are ordered: %s", ([, ids, order]) =>
  expect(
    rankSources(ledger, ids.split(" "))
      .map(({ id }) => id)
      .join(" "),
  ).toBe(order),
);

test.for<[what: string, rows: Parameters<typeof ledgerOf>[0], day: string]>([
  ["an event", { events: [{ date: "2026-01-06" }, { date: "2025-12-23" }] }, "2026-01-06"],
  ["an end", { events: [{ date: "2025-12-23", end: "2026-01-02" }, { date: "2025-12-30" }] }, "2026-01-02"],
  ["a month after all days", { events: [{ date: "2025-12-23" }], drafts: [{ date: "2026-01" }] }, "2026-01"],
  ["a month with a day", { drafts: [{ date: "1776-07" }, { date: "1776-07-04" }] }, "1776-07-04"],
])("coverage reaches to the last date of %s", ([, rows, day]) =>
  expect(findCoverageEnd(ledgerOf(rows))).toBe(day),
);

const OUTLETS = ["AFP", "AP", "Axios", "DPA", "EFE"];
const outletIds = OUTLETS.map((name) => name.toLowerCase());
const outlets = ledgerOf({
  publishers: OUTLETS.map((name, i) => ({ id: outletIds[i], name })),
  sources: outletIds.map((publisher) => ({ id: publisher, publisher })),
});

test.each([
  [0, ""],
  [1, "Source: AFP."],
  [4, "Sources: AFP, AP, Axios and 1 other."],
])("of %i outlets with two pages each three are named and the other outlets counted", (count, line) => {
  const ids = outletIds.slice(0, count);
  expect(sourcesLine(outlets, [...ids, ...ids])).toBe(line);
});
