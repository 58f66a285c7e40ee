import { expect, test } from "vitest";
import { dayOf, type Lead } from "../../ledger/day.ts";
import { ledgerOf } from "../../ledger/ledger.fixture.ts";
import * as days from "./days.ts";

const date = "2025-11-24";
const on = (rows: Parameters<typeof ledgerOf>[0]) => dayOf(ledgerOf(rows), date);
const event = (title: string) => ({ id: title.toLowerCase(), date, title });

test("a day is told in one sentence: drafts first, then talks, calls, events and steps", () => {
  const full = on({
    drafts: [{ date, name: "Geneva revision" }],
    events: [event("Leak"), event("Answer")],
    "case-steps": [{ date, id: "search" }],
  });
  expect(days.sentence(full, ["Geneva", "Kyiv"], 1)).toBe(
    "The day of the Geneva revision; talks in Geneva and Kyiv, a call, two events on record, one step in criminal cases.",
  );
});

test("an only event is named, more are counted; what there was not is not said", () => {
  expect(days.sentence(on({ events: [event("Leak")] }), [], 0)).toBe("One event: Leak.");
  expect(
    days.sentence(
      on({
        "case-steps": [
          { date, id: "a" },
          { date, id: "b" },
        ],
      }),
      [],
      2,
    ),
  ).toBe("Two calls, two steps in criminal cases.");
  expect(
    days.sentence(
      on({
        drafts: [
          { id: "a", date, name: "One" },
          { id: "b", date, name: "Other" },
        ],
      }),
      [],
      0,
    ),
  ).toBe("The day of the One and Other.");
});

test("a day has its weekday, and what a preview says of it begins with its date", () => {
  expect(days.weekday(date)).toBe("Monday");
  expect(days.description(date, "Talks.")).toMatch(
    /^24 November 2025 in the talks on Ukraine, .* case\. Talks\.$/,
  );
});

test("who led is said with the side, since when, and whether it was the last day", () => {
  const lead = (office: object) => ({ side: "ukraine", office }) as Lead;
  expect(days.ledFor(lead({ from: "2025-11-22", to: date }), date)).toBe(
    "for Ukraine, from 22 November 2025 until this day",
  );
  expect(days.ledFor(lead({ from: "2025-11", to: "2025-11-25" }), date)).toBe(
    "for Ukraine, from November 2025",
  );
  expect(days.ledFor(lead({}), date)).toBe("for Ukraine");
});

test("a draft is told with its day", () => {
  const [draft] = ledgerOf({ drafts: [{ date, name: "Geneva revision" }] }).drafts;
  expect([days.dated(draft!), days.inDraft(draft!)]).toEqual([
    "of 24 November 2025",
    "(Geneva revision, 24 November 2025)",
  ]);
  expect([days.openQuestions(1), days.openQuestions(3)]).toEqual(["1 open question", "3 open questions"]);
});
