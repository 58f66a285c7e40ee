import { describe, expect, it } from "vitest";
import {
  caseStepsOf,
  disagreementsAbout,
  eventsOf,
  exitsOf,
  familyNameFirst,
  isPerson,
  meetingsOf,
  organisationsInOrder,
  peopleInOrder,
  positionsOf,
  proceedingsOf,
  sourcesOf,
  stepsIn,
  subjectsOf,
  unknownsAbout,
} from "./actors.ts";
import type { Ledger } from "./ledger.ts";
import { collections } from "./schema.ts";

const proceeding = {
  id: "case-anna",
  person: "anna",
  answer: { sources: ["s-answer"] },
  sources: ["s-case"],
};
const anna = {
  id: "anna",
  name: "Anna Zorn",
  names: {},
  also: [],
  role: "Minister",
  roles: [],
  sources: ["s-anna"],
};
const bert = {
  id: "bert",
  name: "Bert de Vries",
  names: {},
  also: [],
  role: "Envoy",
  roles: [],
  sources: ["s-bert"],
};
const body = {
  id: "body",
  name: "Body",
  names: {},
  also: [],
  kind: "state",
  role: "Acts.",
  sources: ["s-body"],
};

const event = (id: string, date: string, actors: string[], by?: string) => ({
  id,
  date,
  actors,
  topic: "plan",
  ...(by && { quote: { by, text: "Yes", lang: "en", source: "s" } }),
  sources: ["s-event"],
});

/** A ledger with these rows and nothing else. */
function ledgerOf(rows: Record<string, unknown[]>): Ledger {
  return {
    ...Object.fromEntries(Object.keys(collections).map((name) => [name, []])),
    ...rows,
  } as unknown as Ledger;
}

const ledger = ledgerOf({
  people: [anna, bert],
  organisations: [body, { ...body, id: "array", name: "Array" }],
  events: [
    event("late", "2025-12-01", ["anna"]),
    event("month", "2025-11", ["bert", "anna"]),
    event("early", "2025-11-02", ["bert"], "anna"),
    event("other", "2025-11-03", ["body"]),
  ],
  meetings: [
    { id: "m-two", date: "2025-12-02", participants: ["bert", "body"], sources: ["s-two"] },
    { id: "m-one", date: "2025-11-30", participants: ["anna", "bert"], sources: ["s-one"] },
  ],
  proceedings: [proceeding],
  exits: [{ id: "exit-anna", date: "2025-12-03", person: "anna", sources: ["s-exit"] }],
  "case-steps": [
    {
      id: "step-anna",
      date: "2025-12-04",
      persons: ["anna"],
      proceedings: ["case-anna"],
      sources: ["s-step", "s-anna"],
    },
  ],
  positions: [{ id: "pos", date: "2025-11-20", actor: "body", theme: "land", sources: ["s-pos"] }],
  disagreements: [
    { id: "d", about: ["m-one"], sources: ["s-dis"] },
    { id: "e", about: ["late"], sources: ["s-no"] },
  ],
  unknowns: [
    { id: "u", about: ["step-anna"] },
    { id: "v", about: [] },
  ],
});

const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe("what an actor did", () => {
  it("finds events as actor or as quoted, once each, in date order with vague dates first", () => {
    expect(ids(eventsOf(ledger, "anna"))).toEqual(["month", "early", "late"]);
    expect(ids(eventsOf(ledger, "body"))).toEqual(["other"]);
    expect(eventsOf(ledger, "array")).toEqual([]);
  });

  it("finds talks, exits, case steps and positions", () => {
    expect(ids(meetingsOf(ledger, "bert"))).toEqual(["m-one", "m-two"]);
    expect(ids(exitsOf(ledger, "anna"))).toEqual(["exit-anna"]);
    expect(exitsOf(ledger, "bert")).toEqual([]);
    expect(ids(caseStepsOf(ledger, "anna"))).toEqual(["step-anna"]);
    expect(ids(proceedingsOf(ledger, "anna"))).toEqual(["case-anna"]);
    expect(proceedingsOf(ledger, "bert")).toEqual([]);
    expect(ids(stepsIn(ledger, "case-anna"))).toEqual(["step-anna"]);
    expect(stepsIn(ledger, "another")).toEqual([]);
    expect(ids(positionsOf(ledger, "body"))).toEqual(["pos"]);
  });

  it("leaves the ledger as it was", () => {
    eventsOf(ledger, "anna");
    expect(ids(ledger.events)).toEqual(["late", "month", "early", "other"]);
  });
});

describe("what a page about an actor deals with", () => {
  it("names the actor, the talks, exits, proceedings and steps, but not the events", () => {
    expect(subjectsOf(ledger, "anna")).toEqual(["anna", "m-one", "exit-anna", "case-anna", "step-anna"]);
  });

  it("finds what is unknown or disagreed on about any of them", () => {
    expect(ids(unknownsAbout(ledger, subjectsOf(ledger, "anna")))).toEqual(["u"]);
    expect(ids(disagreementsAbout(ledger, subjectsOf(ledger, "anna")))).toEqual(["d"]);
    expect(disagreementsAbout(ledger, ["body"])).toEqual([]);
  });

  it("gathers every receipt once, the accusation's too, and none of the events'", () => {
    expect(sourcesOf(ledger, ledger.people[0]!)).toEqual([
      "s-anna",
      "s-case",
      "s-answer",
      "s-exit",
      "s-step",
      "s-one",
      "s-dis",
    ]);
    expect(sourcesOf(ledger, ledger.organisations[0]!)).toEqual(["s-body", "s-pos", "s-two"]);
  });
});

describe("who is who", () => {
  it("tells people from organisations", () => {
    expect(isPerson(ledger, "anna")).toBe(true);
    expect(isPerson(ledger, "body")).toBe(false);
    expect(isPerson(ledger, "nobody")).toBe(false);
  });

  it("keeps people in a case apart and sorts by family name", () => {
    const { inCase, others } = peopleInOrder(
      ledgerOf({
        people: [bert, anna, { ...bert, id: "cleo", name: "Cleo Abel" }],
        proceedings: [proceeding],
      }),
    );
    expect(ids(inCase)).toEqual(["anna"]);
    expect(ids(others)).toEqual(["cleo", "bert"]);
    expect(ids(organisationsInOrder(ledger))).toEqual(["array", "body"]);
  });

  it.each([
    ["Volodymyr Zelensky", "Zelensky, Volodymyr"],
    ["Ursula von der Leyen", "von der Leyen, Ursula"],
    ["Bart De Wever", "De Wever, Bart"],
    ["Donald Trump Jr.", "Trump Jr., Donald"],
    ["Jean-Noël Barrot", "Barrot, Jean-Noël"],
    ["Donald Trump Junior", "Trump Junior, Donald"],
    ["Mononym", "Mononym"],
  ])("turns %s into %s", (name, expected) => {
    expect(familyNameFirst(name)).toBe(expected);
  });
});
