import { describe, expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import {
  carries,
  countOrigins,
  howRead,
  namedApart,
  receiptLabel,
  receipts,
  shortLabel,
  originOf,
  usesOfSources,
} from "./sources.ts";

const publishers = [
  { id: "ap", name: "AP" },
  { id: "ft", name: "Financial Times", kind: "newsroom-of-record" },
  { id: "axios", name: "Axios", kind: "newsroom-of-record" },
  { id: "belga", name: "Belga" },
  { id: "reuters", name: "Reuters" },
  { id: "afp", name: "AFP" },
  { id: "daily", name: "Daily", kind: "newsroom" },
  { id: "county", name: "County News", kind: "regional" },
  { id: "scrape", name: "Scrape", kind: "aggregator" },
  { id: "unnamed", name: "unnamed outlets", kind: "aggregator" },
  { id: "tass", name: "TASS", state_controlled_by: "RU" },
  { id: "ministry", name: "Ministry", kind: "official-body" },
  { id: "blogger", name: "Blogger", kind: "speaker" },
];
const sources = [
  { id: "ap", publisher: "ap" },
  { id: "belga", publisher: "belga", relays: ["ft"] },
  { id: "ft", publisher: "ft" },
  { id: "digest", publisher: "scrape", relays: ["unnamed"] },
  { id: "own", publisher: "axios", relays: ["axios"] },
  { id: "several", publisher: "daily", relays: ["reuters", "afp"] },
  { id: "partly", publisher: "daily", relays: ["axios", "unnamed"] },
  { id: "state", publisher: "tass" },
  { id: "state-relay", publisher: "tass", relays: ["reuters"] },
  { id: "daily", publisher: "daily" },
  { id: "ministry", publisher: "ministry" },
  { id: "blogger", publisher: "blogger" },
  { id: "county", publisher: "county" },
  { id: "county-reuters", publisher: "county", relays: ["reuters"] },
  { id: "county-copy", publisher: "county", relays: ["afp"], carries: "whole" },
  { id: "scrape-afp", publisher: "scrape", relays: ["afp"] },
  { id: "scrape-copy", publisher: "scrape", relays: ["axios"], carries: "whole" },
];
const ledger = ledgerOf({ publishers, sources });
const bySource = (id: string) => ledger.sources.find((source) => source.id === id)!;
const order = (...ids: string[]) => receipts(ledger, ids).map(({ id }) => id);

describe("a receipt says whose work it is", () => {
  const cases: [id: string, origin: string, label: string, short: string, carried: string | undefined][] = [
    ["ap", "ap", "AP", "AP", undefined],
    ["belga", "ft", "Financial Times via Belga", "Financial Times", "carrying Financial Times"],
    ["digest", "unnamed", "Scrape, a digest", "Scrape", "a digest"],
    ["own", "axios", "Axios", "Axios", undefined],
    ["several", "reuters", "Reuters, AFP via Daily", "Reuters", "carrying Reuters, AFP"],
    ["partly", "axios", "Axios via Daily", "Axios", "carrying Axios"],
  ];
  test.for(cases)("%s", ([id, origin, label, short, carried]) => {
    expect(carries(ledger, bySource(id))).toBe(carried);
    expect(originOf(bySource(id))).toBe(origin);
    expect(receiptLabel(ledger, bySource(id))).toBe(label);
    expect(shortLabel(ledger, bySource(id))).toBe(short);
  });
});

test("how a page was read is said where it is not the usual way", () => {
  expect((["whole", "part", "headline"] as const).map((seen) => howRead({ seen }))).toEqual([
    "read whole",
    undefined,
    "headline only",
  ]);
});

test("sources named in running text have different names", () => {
  expect(
    namedApart(ledger, ["several", "county-reuters", "ap", "belga"].map(bySource), 2).map(({ id }) => id),
  ).toEqual(["several", "ap"]);
  expect(namedApart(ledger, [], 2)).toEqual([]);
});

describe("receipts", () => {
  test("name first those who did the reporting: official bodies, agencies, newsrooms of record, others", () => {
    expect(order("county", "blogger", "daily", "ft", "ap", "ministry")).toEqual([
      "ministry",
      "ap",
      "ft",
      "daily",
      "blogger",
      "county",
    ]);
  });
  test("are ordered by the origin, not by the page that carries it", () => {
    expect(order("daily", "belga", "several")).toEqual(["several", "belga", "daily"]);
  });
  test("name weak pages last: digests, local retellings, state-controlled outlets after all", () => {
    expect(order("state", "digest", "scrape-afp", "county-reuters", "daily")).toEqual([
      "daily",
      "scrape-afp",
      "county-reuters",
      "digest",
      "state",
    ]);
    expect(order("state-relay", "digest")).toEqual(["digest", "state-relay"]);
  });
  test("do not count a page as weak that prints an agency or a newsroom of record word for word", () => {
    expect(order("daily", "scrape-copy", "county-copy")).toEqual(["county-copy", "scrape-copy", "daily"]);
  });
  test("name the publisher's own page before those that carry it, and each origin once before it comes again", () => {
    expect(order("belga", "ft", "ap", "belga")).toEqual(["ap", "ft", "belga", "belga"]);
    expect(order("ap", "ap", "ft", "digest")).toEqual(["ap", "ft", "digest", "ap"]);
    expect(order()).toEqual([]);
  });
  test("keep the order of the row among equals", () => {
    expect(order("ap", "several")).toEqual(["ap", "several"]);
    expect(order("own", "ft")).toEqual(["ft", "own"]);
  });
});

test("pages of one origin count once, a page with several for the first that it names", () => {
  expect(countOrigins(ledger, ["belga", "ft", "ap"])).toBe(2);
  expect(countOrigins(ledger, ["several", "county-reuters", "state-relay"])).toBe(1);
  expect(countOrigins(ledger, ["own", "partly", "scrape-copy"])).toBe(1);
  expect(countOrigins(ledger, [])).toBe(0);
});

test("a receipt that the ledger lacks is an error that names it", () => {
  expect(() => receipts(ledger, ["ap", "nowhere"])).toThrow("nowhere");
  expect(() => countOrigins(ledger, ["nowhere"])).toThrow("nowhere");
});

test("every use of a source is found, also in quotes and answers, once a row", () => {
  const uses = usesOfSources(
    ledgerOf({
      sources: [{ id: "ap" }, { id: "unused" }],
      events: [
        { id: "talks", sources: ["ap"], quote: { by: "a", text: "Words", lang: "en", source: "ap" } },
        { id: "other", sources: ["b"], actors: ["nabu"] },
      ],
      proceedings: [{ id: "a", sources: ["b"], answer: { text: "No.", date: "2025", sources: ["ap"] } }],
      provisions: [
        { draft: "us-28", question: "cap", sources: ["b"], quote: { text: "Words", source: "ap" } },
      ],
    }),
  );
  expect(uses.get("ap")).toEqual([
    { collection: "events", key: "talks" },
    { collection: "provisions", key: "us-28--cap" },
    { collection: "proceedings", key: "a" },
  ]);
  expect(uses.get("b")?.map(({ key }) => key)).toEqual(["other", "us-28--cap", "a"]);
  // An unused source has no uses, and ids of other things are none.
  expect([...uses.keys()]).toEqual(["ap", "b"]);
});
