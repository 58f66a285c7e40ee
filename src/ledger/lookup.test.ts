import { describe, expect, test } from "vitest";
import * as actors from "./actors.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import { answerKey, rowKey } from "./ledger.ts";
import {
  actorName,
  eventOf,
  figureCertainty,
  find,
  findQuotation,
  get,
  getQuotation,
  clausesInOrder,
  quoted,
  reasonsByQuestion,
  reasonsOn,
  statusOf,
  themesInOrder,
} from "./lookup.ts";

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
const said = { by: "anna", text: "Nothing", lang: "en", source: "s" };
const figures = [
  { id: "a", name: "a", value: 1, unit: "EUR" },
  { id: "b", name: "b", value: 2, unit: "EUR", certainty: "reported" },
];
const ledger = ledgerOf({
  people: [
    { id: "bert", name: "Bert de Vries", sources: ["s-bert"] },
    { id: "anna", name: "Anna Zorn", sources: ["s-anna"] },
    { id: "cleo", name: "Cleo Abel" },
  ],
  organisations: [
    { id: "body", name: "Body", sources: ["s-body"] },
    { id: "array", name: "Array" },
  ],
  events: [
    { id: "late", date: "2025-12-01", actors: ["anna"], status: "disputed", figures },
    { id: "month", date: "2025-11", actors: ["bert", "anna"] },
    { id: "early", date: "2025-11-02", actors: ["bert"], quote: said },
    { id: "other", date: "2025-11-03", actors: ["body"] },
  ],
  meetings: [
    { id: "m-two", date: "2025-12-02", participants: ["bert", "body"], sources: ["s-two"] },
    { id: "m-one", date: "2025-11-30", participants: ["anna", "bert"], sources: ["s-one"] },
  ],
  proceedings: [
    {
      id: "case",
      person: "anna",
      answer: { text: "No.", date: "2025", sources: ["s-answer"] },
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
  unknowns: [{ id: "u", about: ["step"] }, { id: "v" }],
  themes: [
    { id: "c", order: 10, clauses: [{ id: "c1", text: "C?" }] },
    {
      id: "a",
      order: 2,
      clauses: [
        { id: "a2", text: "A?" },
        { id: "a1", text: "A?" },
      ],
    },
  ],
  answers: [{ draft: "first-28", clause: "cap", quote: { text: "None", source: "s" } }],
  points: [{ draft: "first-28", number: 6 }],
  reasons: [
    { id: "condition", kind: "condition", question: "army", about: ["army", "cap"] },
    { id: "yardstick", kind: "yardstick", question: "trust", about: ["poll"] },
    { id: "second", kind: "reason", question: "army", about: ["cap"] },
    { id: "third", kind: "reason", question: "land", about: ["cap", "land"] },
  ],
});

test("a row is found by its key: its id, or the ids it is made of", () => {
  expect(rowKey("points", ledger.points[0]!)).toBe("first-28--6");
  expect(answerKey({ draft: "a", clause: "b" })).toBe("a--b");
  expect(find(ledger, "answers", "first-28--cap")).toBe(ledger.answers[0]);
  expect([find(ledger, "organisations", "anna"), find(ledger, "people", "constructor")]).toEqual([
    undefined,
    undefined,
  ]);
  expect(() => get(ledger, "people", "nobody")).toThrow("no `nobody` among the people of the ledger");
});

test("themes and questions stand by the number of the theme, questions as the theme has them", () => {
  expect(ids(themesInOrder(ledger))).toEqual(["a", "c"]);
  expect(ids(clausesInOrder(ledger).map(({ clause }) => clause))).toEqual(["a2", "a1", "c1"]);
});

test("a row is as sure as its event, or else as it says; nothing is taken for confirmed", () => {
  expect(statusOf(ledger, { id: "m", event: "late" })).toBe("disputed");
  expect(statusOf(ledger, { id: "m", status: "reported" })).toBe("reported");
  expect([eventOf(ledger, { event: "late" })?.id, eventOf(ledger, {})]).toEqual(["late", undefined]);
  expect(() => statusOf(ledger, { id: "m" })).toThrow("the row `m` has neither `event` nor a status");
  expect(() => statusOf(ledger, { id: "m", event: "lost" })).toThrow("no `lost` among the events");
  const event = ledger.events[0]!;
  expect(event.figures.map((figure) => figureCertainty(event, figure))).toEqual(["disputed", "reported"]);
});

test("reasons come once each, reasons before conditions, else in the order of the files; questions as declared", () => {
  expect(ids(reasonsOn(ledger, ["army", "cap"]))).toEqual(["second", "third", "condition"]);
  expect(reasonsByQuestion(ledger).map(({ question, rows }) => [question, ...ids(rows)])).toEqual([
    ["land", "third"],
    ["army", "second", "condition"],
    ["trust", "yardstick"],
  ]);
});

test("a quotation is found by its event or its answer, and a translation says that it is one", () => {
  expect([findQuotation(ledger, "early")?.text, findQuotation(ledger, "first-28--cap")?.text]).toEqual([
    "Nothing",
    "None",
  ]);
  expect(() => getQuotation(ledger, "late")).toThrow("no event or answer `late` with a quotation");
  expect(quoted({ text: "Nothing", lang: "en", source: "a" })).toBe("“Nothing”");
  expect(quoted({ lang: "fr", english: "Nothing", translation: "source", source: "a" })).toBe(
    "“Nothing” (in translation)",
  );
});

describe("an actor", () => {
  test("is a person or an organisation, with a name", () => {
    expect(["anna", "body"].map((id) => [actors.isPerson(ledger, id), actorName(ledger, id)])).toEqual([
      [true, "Anna Zorn"],
      [false, "Body"],
    ]);
    expect(() => actorName(ledger, "a")).toThrow("no `a`");
  });

  test("has events as actor or as quoted, once each, in date order with vague dates first", () => {
    expect(ids(actors.eventsOf(ledger, "anna"))).toEqual(["month", "early", "late"]);
    expect(actors.eventsOf(ledger, "array")).toEqual([]);
  });

  test("has talks, exits, proceedings, steps and positions", () => {
    expect(ids(actors.meetingsOf(ledger, "bert"))).toEqual(["m-one", "m-two"]);
    expect(ids(actors.stepsIn(ledger, "case"))).toEqual(["step"]);
    expect(ids(actors.positionsOf(ledger, "body"))).toEqual(["pos"]);
    expect([...actors.exitsOf(ledger, "bert"), ...actors.proceedingsOf(ledger, "bert")]).toEqual([]);
    const subjects = actors.subjectsOf(ledger, "anna");
    expect(subjects).toEqual(["anna", "m-one", "exit", "case", "step"]);
    expect(ids(actors.unknownsAbout(ledger, subjects))).toEqual(["u"]);
    expect(ids(actors.disagreementsAbout(ledger, subjects))).toEqual(["d"]);
  });

  test("has every receipt once, the accusation's and the answer's too, and none of the events'", () => {
    expect(actors.sourcesOf(ledger, get(ledger, "people", "anna")).join(" ")).toBe(
      "s-anna s-case s-answer s-exit s-step s-one s-dis",
    );
  });

  test("stands by family name, those in a case apart; an organisation by its name", () => {
    const { inCase, others } = actors.peopleInOrder(ledger);
    expect([ids(inCase), ids(others)]).toEqual([["anna"], ["cleo", "bert"]]);
    expect(ids(actors.organisationsInOrder(ledger))).toEqual(["array", "body"]);
  });

  test.for([
    ["Ada Byron", "Byron, Ada"],
    ["Anna von der Au", "von der Au, Anna"],
    ["Bert De Vries", "De Vries, Bert"],
    ["Cleo Abel Jr.", "Abel Jr., Cleo"],
    ["Mononym", "Mononym"],
  ] as const)("%s is filed as %s", ([name, filed]) => expect(actors.familyNameFirst(name)).toBe(filed));
});
