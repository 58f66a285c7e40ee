import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { provisionKey, rowKey } from "./ledger.ts";
import { actorName, eventOf, find, get, questionsInOrder, statusOf, themesInOrder } from "./lookup.ts";

const ledger = ledgerOf({
  people: [{ id: "zelensky", name: "Volodymyr Zelensky" }],
  organisations: [{ id: "nabu", name: "NABU" }],
  themes: [
    { id: "b", order: 2, questions: [{ id: "b1", text: "B?" }] },
    { id: "c", order: 10, questions: [{ id: "c1", text: "C?" }] },
    {
      id: "a",
      order: 1,
      questions: [
        { id: "a2", text: "A?" },
        { id: "a1", text: "A?" },
      ],
    },
  ],
  provisions: [{ draft: "us-28", question: "army-cap" }],
  points: [{ draft: "us-28", number: 6 }],
});

test("a row is known by its id, or by the ids it is made of", () => {
  expect(rowKey("people", ledger.people[0]!)).toBe("zelensky");
  expect(rowKey("provisions", ledger.provisions[0]!)).toBe("us-28--army-cap");
  expect(rowKey("points", ledger.points[0]!)).toBe("us-28--6");
  expect(provisionKey({ draft: "a", question: "b" })).toBe("a--b");
});

test("rows are found by key, within their collection and their ledger", () => {
  expect(find(ledger, "provisions", "us-28--army-cap")).toBe(ledger.provisions[0]);
  expect(find(ledger, "points", "us-28--6")).toBe(ledger.points[0]);
  expect(find(ledger, "organisations", "zelensky")).toBeUndefined();
  expect(find(ledgerOf({}), "people", "zelensky")).toBeUndefined();
  expect(find(ledger, "people", "constructor")).toBeUndefined();
});

test("a row that must be there and is not is named with its collection", () => {
  expect(get(ledger, "people", "zelensky")).toBe(ledger.people[0]);
  expect(() => get(ledger, "people", "nobody")).toThrow("no `nobody` among the people of the ledger");
});

test("themes and questions stand by the number of the theme, questions as the theme has them", () => {
  expect(themesInOrder(ledger).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(questionsInOrder(ledger).map(({ theme, question }) => `${theme.id}/${question.id}`)).toEqual([
    "a/a2",
    "a/a1",
    "b/b1",
    "c/c1",
  ]);
  expect(ledger.themes[0]!.id).toBe("b");
});

test("an actor is a person or an organisation", () => {
  expect(actorName(ledger, "zelensky")).toBe("Volodymyr Zelensky");
  expect(actorName(ledger, "nabu")).toBe("NABU");
  expect(() => actorName(ledger, "b")).toThrow("no `b`");
});

const disputed = ledgerOf({ events: [{ id: "talks", status: "disputed" }] });

test("a row is as sure as its event", () => {
  expect(statusOf(disputed, { id: "m", event: "talks" })).toBe("disputed");
  expect(eventOf(disputed, { event: "talks" })?.id).toBe("talks");
});

test("a row without an event is as sure as it says", () => {
  expect(statusOf(disputed, { id: "m", status: "reported" })).toBe("reported");
  expect(eventOf(disputed, {})).toBeUndefined();
});

test("nothing is taken for confirmed: a row that says nothing is refused", () => {
  expect(() => statusOf(disputed, { id: "m" })).toThrow("nothing says how far `m` is established");
  expect(() => statusOf(disputed, { id: "m", event: "lost" })).toThrow("no `lost` among the events");
});
