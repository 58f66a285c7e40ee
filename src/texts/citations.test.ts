import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { collectCitations, takeMark } from "./citations.ts";

const ledger = ledgerOf({
  publishers: [{}, { id: "zeit", name: "Zeit", kind: "newsroom" }],
  sources: [{}, { id: "zeit-2025", publisher: "zeit" }],
  events: [
    { id: "talks" },
    { id: "call", status: "reported", sources: ["zeit-2025"] },
    { id: "claim", status: "disputed" },
  ],
  reasons: [{ id: "why", sources: ["zeit-2025"] }],
});
const shape = (body: string) =>
  collectCitations(ledger, body).marks.map(({ number, sources, statuses }) => [
    number,
    sources.map(({ id }) => id).join(),
    statuses.join(),
  ]);

test("what follows one sentence shares one mark, the least established status first", () => {
  expect(
    shape('They met.<Fact id="talks claim" /><Reason id="why" /> They spoke.<Fact id="call" />'),
  ).toEqual([
    [1, "ap-2025,zeit-2025", "disputed,confirmed"],
    [2, "zeit-2025", "reported"],
  ]);
});

test("words between receipts part them, also those that a fact covers, and so do paragraphs", () => {
  const body =
    'A,<Fact id="talks" /> b<Fact id="talks" /><Fact id="call">and c</Fact>\n\n<Fact id="talks" /> d.';
  expect(shape(body).map(([, sources]) => sources)).toEqual(["ap-2025", "ap-2025", "zeit-2025", "ap-2025"]);
});

test("of an event two newsrooms are named, the best of each", () => {
  const sources = ["ap-2025", "ap-2025-b", "zeit-2025", "taz-2025"];
  const many = ledgerOf({
    publishers: [
      {},
      { id: "zeit", name: "Zeit", kind: "newsroom" },
      { id: "taz", name: "taz", kind: "newsroom" },
    ],
    sources: [
      {},
      { id: "ap-2025-b" },
      { id: "zeit-2025", publisher: "zeit" },
      { id: "taz-2025", publisher: "taz" },
    ],
    events: [{ id: "talks", sources }],
  });
  const named = (body: string) => collectCitations(many, body).marks[0]!.sources.map(({ id }) => id);
  expect(named('A.<Fact id="talks" />')).toEqual(["ap-2025", "zeit-2025"]);
});

test("every source is listed once, by publisher", () => {
  const { sources } = collectCitations(ledger, 'A.<Fact id="call talks" /> B.<Fact id="claim" />');
  expect(sources.map(({ id }) => id)).toEqual(["ap-2025", "zeit-2025"]);
});

test("the last component of a run takes the mark; one that is not next is an error", () => {
  const locals = collectCitations(ledger, 'A.<Fact id="talks" /><Fact id="call" />');
  expect(takeMark(locals, "talks")).toBeUndefined();
  expect(takeMark(locals, "call")?.number).toBe(1);
  expect(() => takeMark(locals, "ap-2025")).toThrow("not the next receipt");
});

test("a row of any table is cited with its words, its certainty and its place, also where two tables have its id", () => {
  const row = {
    collection: "answers",
    key: "draft--clause",
    id: "ap-2025",
    words: "At most 600",
    lang: "en",
  };
  const rows = {
    drafts: [{ id: "draft" }, { id: "talks" }],
    themes: [{}],
    answers: [{ certainty: "claimed" }],
  };
  const cited = ledgerOf({ sources: [{}], events: [{ id: "talks" }], positions: [{}], ...rows }, [], [row]);
  const [mark] = collectCitations(
    { ...cited, people: ledgerOf({ people: [{ id: "state" }] }).people },
    'A.<Fact id="draft--clause" /><Answer id="draft--clause" /><Position id="position" /><Fact id="talks" />',
  ).marks;
  expect(mark?.rows.map(({ href }) => href)).toEqual([
    "/clauses/theme/#clause--draft",
    "/clauses/theme/#clause--draft",
    "/people/state/#positions",
    "/events/talks/",
  ]);
  expect(mark?.statuses).toEqual(["reported", "confirmed"]);
  expect(mark?.receipts).toEqual([row, row]);
});
