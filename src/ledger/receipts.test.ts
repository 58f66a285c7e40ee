import { describe, expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { carries, countOrigins, namedApart, originOf, receiptLabel, receipts, shortLabel } from "./receipts.ts";
import { usesOfSources } from "./usage.ts";

const sources = [
  { id: "ap", publisher: "AP" },
  { id: "belga", publisher: "Belga", standing: "relay", relays: "Financial Times" },
  { id: "ft", publisher: "Financial Times" },
  { id: "digest", publisher: "Telescroll", standing: "relay", relays: "unnamed outlets" },
  { id: "own", publisher: "Axios", relays: "Axios" },
  { id: "several", publisher: "Daily", standing: "relay", relays: "Reuters, AFP" },
  { id: "state", publisher: "TASS", standing: "state-controlled" },
  { id: "chain", publisher: "Portal", standing: "relay", relays: "Reuters via Interfax" },
];
const ledger = ledgerOf({ sources });
const bySource = (id: string) => ledger.sources.find((source) => source.id === id)!;

describe("a receipt says whose work it is", () => {
  const cases: [id: string, origin: string, label: string, short: string, carried: string | undefined][] = [
    ["ap", "AP", "AP", "AP", undefined],
    ["belga", "Financial Times", "Financial Times via Belga", "Financial Times", "carrying Financial Times"],
    ["digest", "unnamed outlets", "Telescroll, a digest", "Telescroll", "a digest"],
    ["own", "Axios", "Axios", "Axios", undefined],
    ["several", "Reuters, AFP", "Reuters, AFP via Daily", "Reuters", "carrying Reuters, AFP"],
    ["chain", "Reuters via Interfax", "Reuters via Interfax via Portal", "Reuters", "carrying Reuters via Interfax"],
  ];
  test.for(cases)("%s", ([id, origin, label, short, carried]) => {
    expect(carries(bySource(id))).toBe(carried);
    expect(originOf(bySource(id))).toBe(origin);
    expect(receiptLabel(bySource(id))).toBe(label);
    expect(shortLabel(bySource(id))).toBe(short);
  });
});

test("sources named in running text have different names", () => {
  expect(namedApart(["several", "chain", "ap", "belga"].map(bySource), 2).map(({ id }) => id)).toEqual(["several", "ap"]);
  expect(namedApart([], 2)).toEqual([]);
});

test("pages that carry the same newsroom's work come last and count once", () => {
  const ids = ["belga", "ft", "ap", "belga"];
  expect(receipts(ledger, ids).map(({ id }) => id)).toEqual(["belga", "ap", "ft", "belga"]);
  expect(countOrigins(ledger, ids)).toBe(2);
  expect(receipts(ledger, [])).toEqual([]);
  expect(countOrigins(ledger, [])).toBe(0);
});

test("digests come after newsrooms, and state-controlled outlets after these", () => {
  const ids = ["state", "digest", "belga", "ap", "belga"];
  expect(receipts(ledger, ids).map(({ id }) => id)).toEqual(["belga", "ap", "digest", "state", "belga"]);
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
      provisions: [{ draft: "us-28", question: "cap", sources: ["b"], quote: { text: "Words", source: "ap" } }],
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
