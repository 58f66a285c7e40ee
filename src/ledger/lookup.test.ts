import { describe, expect, test } from "vitest";
import {
  ALL_PAIRS_UP_TO_DRAFTS,
  pairDrafts,
  listPartners,
  dayOf,
  daysOf,
  findRow,
  getRow,
  inDateOrder,
  latestText,
  monthsOfTalks,
  divideByYears,
  periodsOf,
  reasonsInOrder,
  recordOf,
  rowsAbout,
  statusOf,
} from "./lookup.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import { rowKey } from "./ledger.ts";

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
const said = { by: "anna", words: "Nothing", lang: "en", source: "s" };
const ledger = ledgerOf({
  people: [
    { id: "bert", sources: ["s-bert"] },
    { id: "anna", sources: ["s-anna"] },
  ],
  organisations: [{ id: "body", sources: ["s-body"] }],
  events: [
    { id: "late", date: "2025-12-01", actors: ["anna"], status: "disputed" },
    { id: "month", date: "2025-11", actors: ["bert", "anna"] },
    { id: "early", date: "2025-11-02", actors: ["bert"], quote: said },
    { id: "other", date: "2025-11-03", actors: ["body"] },
  ],
  meetings: [
    { id: "m-two", event: "other", date: "2025-12-02", participants: ["bert", "body"], sources: ["s-two"] },
    { id: "m-one", date: "2025-11-30", participants: ["anna", "bert"], sources: ["s-one"] },
  ],
  proceedings: [
    {
      id: "case",
      person: "anna",
      answer: { text: "Denies it.", date: "2025", sources: ["s-answer"] },
      sources: ["s-case"],
    },
  ],
  exits: [{ id: "exit", date: "2025-12-03", person: "anna", sources: ["s-exit"] }],
  "case-steps": [{ id: "step", persons: ["anna"], proceedings: ["case"], sources: ["s-step", "s-anna"] }],
  positions: [{ id: "pos", actor: "body", sources: ["s-pos"] }],
  disagreements: [
    { id: "d", about: ["m-one"], sources: ["s-dis"] },
    { id: "e", about: ["late"], sources: ["s-no"] },
  ],
  answers: [{ draft: "first-28", clause: "cap" }],
  alignments: [{ drafts: ["a", "b"], from: ["6", "7a"], to: [] }],
  judgements: [{ from: "a", to: "b", clause: "cap" }],
  reasons: [
    { id: "condition", kind: "condition", about: ["army", "cap"] },
    { id: "yardstick", kind: "yardstick", about: ["poll"] },
    { id: "second", kind: "reason", about: ["cap"] },
    { id: "third", kind: "reason", about: ["cap", "land"] },
  ],
});

test("a row is found by its key: its id, or the ids it is made of", () => {
  expect(rowKey("alignments", ledger.alignments[0]!)).toBe("a--b--6+7a--none");
  expect(rowKey("judgements", ledger.judgements[0]!)).toBe("a--b--cap");
  expect(findRow(ledger, "answers", "first-28--cap")).toBe(ledger.answers[0]);
  expect([findRow(ledger, "organisations", "anna"), findRow(ledger, "people", "constructor")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(() => getRow(ledger, "people", "nobody")).toThrow("no `nobody` among the people of the ledger");
});

test("a row is as sure as its event, or else as it says; nothing is taken for confirmed", () => {
  expect(statusOf(ledger, { id: "m", event: "late" })).toBe("disputed");
  expect(statusOf(ledger, { id: "m", status: "reported" })).toBe("reported");
  expect(() => statusOf(ledger, { id: "m" })).toThrow("no event or status of `m`");
});

test("reasons stand before conditions, else in the order of the files; those about an id are found, each once", () => {
  const reasons = reasonsInOrder(ledger);
  expect(ids(reasons)).toEqual(["second", "third", "yardstick", "condition"]);
  expect(ids(rowsAbout(reasons, ["army", "cap"]))).toEqual(["second", "third", "condition"]);
});

describe("an actor", () => {
  test("has events as actor, as quoted or by talks, exits, proceedings, steps and positions, in date order", () => {
    const record = (id: string) => {
      const { events, positions, exits, steps, proceedings } = recordOf(ledger, id);
      return [events, positions, exits, steps, proceedings].map((rows) => ids(rows).join(" "));
    };
    expect(record("anna")).toEqual(["month early late", "", "exit", "step", "case"]);
    expect(record("bert")).toEqual(["month early other", "", "", "", ""]);
    expect(record("body")).toEqual(["other", "pos", "", "", ""]);
  });

  test("has the receipts of its events, accusations, answers and disagreements", () =>
    expect(recordOf(ledger, "anna").sources.join(" ")).toBe(
      "s-case s-answer ap-2025 ap-2025 ap-2025 s-exit s-step s-anna s-dis",
    ));
});

describe("dates", () => {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).join(" ");

  const dated = ledgerOf({
    events: [
      { id: "c", date: "2025-11-20" },
      { id: "b", date: "2025-11" },
      { id: "d", date: "2025-11-20" },
      { id: "a", date: "2025" },
      { id: "e", date: "2026-01-06" },
      { id: "z", date: "2024-02-16" },
    ],
  });

  test("rows are in date order: those of a month or year alone before its days; a day has an order of its own", () => {
    expect(ids(inDateOrder(dated.events))).toBe("z a b c d e");
    const placed = dated.events.map((event) => (event.id === "b" ? { ...event, order: 20 } : event));
    expect(ids(inDateOrder(placed))).toBe("z a c d b e");
    const day = { date: "2025-12-01" };
    expect(
      ids(
        inDateOrder([
          { id: "b", ...day },
          { id: "a", ...day, order: 1 },
        ]),
      ),
    ).toBe("a b");
  });

  test("periods run from the latest back: by month since a given year, whole years before", () => {
    const shape = (monthly: string) =>
      periodsOf(dated.events, monthly).map(([period, events]) => `${period}: ${ids(events)}`);
    expect(shape("2025")).toEqual(["2026-01: e", "2025-11: d c b", "2025: a", "2024: z"]);
    expect(shape("2026").slice(1)).toEqual(["2025: d c b a", "2024: z"]);
  });

  test("whole years share a page up to a number of events, the oldest first", () => {
    const years = [..."9777653331"].map((digit) => ({ date: `202${digit}` }));
    const periods = periodsOf(ledgerOf({ events: years }).events, "2020");
    const shape = (limit: number) =>
      divideByYears(periods, limit).map((page) => page.map(([year, { length }]) => `${year}: ${length}`));
    expect(shape(10)).toHaveLength(1);
    expect(shape(4)).toEqual([
      ["2029: 1", "2027: 3"],
      ["2026: 1", "2025: 1"],
      ["2023: 3", "2021: 1"],
    ]);
    // A year is not divided.
    expect(shape(2)).toEqual([["2029: 1"], ["2027: 3"], ["2026: 1", "2025: 1"], ["2023: 3"], ["2021: 1"]]);
  });

  test("a draft known to its month has no page of a day", () => {
    const dates = ["2025-12", "2025-11-20", "2025-12-01"];
    const month = ledgerOf({ drafts: dates.map((date) => ({ id: `of-${date}`, date })) });
    expect(daysOf(month)).toEqual(["2025-11-20", "2025-12-01"]);
    expect(monthsOfTalks(month)).toEqual({ from: "2025-11", to: "2025-12" });
  });

  const ledger = ledgerOf({
    events: [
      { id: "vague", date: "2025-12" },
      { id: "second", date: "2025-12-01", order: 2 },
      { id: "unplaced", date: "2025-12-01" },
      { id: "first", date: "2025-12-01", order: 1 },
      { id: "long", date: "2025-11-25", end: "2025-12-01" },
      { id: "over", date: "2025-11-25", end: "2025-11-30" },
      { id: "until-some-day", date: "2025-11-25", end: "2025-12" },
    ],
    meetings: [{ id: "talks", date: "2025-11-30", end: "2025-12-01" }],
    "case-steps": [{ id: "step", date: "2025-12-03" }],
    drafts: [
      { id: "leak", date: "2025-11-20" },
      { id: "rework", date: "2025-11-30" },
      { id: "statement", date: "2025-12-01", absence: "out-of-scope" },
    ],
  });

  test("days are those on which something begins, each once", () => {
    expect(daysOf(ledger)).toEqual(["2025-11-20", "2025-11-25", "2025-11-30", "2025-12-01", "2025-12-03"]);
  });

  test("a day has what began on it, in order, and the meetings that had begun before and were not over", () => {
    const day = dayOf(ledger, "2025-12-01");
    expect([day.events, day.meetings, day.drafts, day.steps].map(ids)).toEqual([
      "first second unplaced",
      "talks",
      "statement",
      "",
    ]);
    expect(ids(dayOf(ledger, "2025-12-02").meetings)).toBe("");
  });
});

test("the latest text is the latest whose points are on record, or else the latest of all", () => {
  const drafts = [
    { id: "third", date: "2025-12-10" },
    { id: "second", date: "2025-11-23", read_out: true },
    { id: "first", date: "2025-11-20", read_out: true },
  ];
  expect(latestText(ledgerOf({ drafts })).id).toBe("second");
  expect(latestText(ledgerOf({ drafts: [{ id: "one" }, { id: "two" }] })).id).toBe("two");
});

/** Drafts `d1`, `d2` … of successive days, with these fields by id. */
const draftsOf = (count: number, fields: Readonly<Record<string, object>> = {}) =>
  ledgerOf({
    drafts: Array.from({ length: count }, (_, i) => {
      const id = `d${i + 1}`;
      return { id, date: `2026-01-${String(i + 1).padStart(2, "0")}`, ...fields[id] };
    }),
  });
const idsOf = (pairs: ReturnType<typeof pairDrafts>) => pairs.map(([a, b]) => `${a.id} ${b.id}`);

test("in a small story any two drafts are compared, the earlier one first", () => {
  expect(idsOf(pairDrafts(draftsOf(3)))).toEqual(["d1 d2", "d1 d3", "d2 d3"]);
  expect(pairDrafts(draftsOf(ALL_PAIRS_UP_TO_DRAFTS))).toHaveLength(120);
});

test("in a large one those that follow one another, build on one another, or are named", () => {
  const ledger = draftsOf(ALL_PAIRS_UP_TO_DRAFTS + 1, {
    d9: { based_on: [{ draft: "d4", how: "Cut.", sources: ["ap-2025"] }] },
  });
  const neighbours = ledger.drafts.slice(1).map(({ id }, i) => `d${i + 1} ${id}`);
  const pairs = pairDrafts(ledger, [["d12", "d2"]]);
  expect(idsOf(pairs).toSorted()).toEqual([...neighbours, "d1 d17", "d4 d9", "d2 d12"].toSorted());
  expect(ids(listPartners(pairs, ledger.drafts[8]!))).toEqual(["d4", "d8", "d10"]);
});
