import { expect, test } from "vitest";
import { dayOf } from "../ledger/timeline.ts";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { meetingPlace, talksOfDay, unsure } from "./meetings.ts";

const talks = (id: string, more: object = {}) => ({ id, date: "2025-11-24", status: "confirmed", ...more });
const ledger = ledgerOf({
  events: [{ id: "leak", status: "disputed" }],
  meetings: [
    talks("call", { format: "call", place: "A line", city: "Paris" }),
    talks("geneva", {
      date: "2025-11-23",
      end: "2025-11-24",
      place: "The Intercontinental, Geneva",
      city: "Geneva",
    }),
    talks("again", { place: "Geneva" }),
    talks("hall", { place: "A hall" }),
    talks("other", { date: "2025-11-25", place: "Elsewhere" }),
  ],
});

test("the talks of a day are those that had begun before, then its own; each place once, calls apart", () => {
  const { held, places, calls } = talksOfDay(dayOf(ledger, "2025-11-24"));
  expect(held.map(({ id }) => id)).toEqual(["geneva", "call", "again", "hall"]);
  expect([places, calls]).toEqual([["Geneva", "A hall"], 1]);
});

test("talks have their city or else their place; a call has neither", () =>
  expect(ledger.meetings.map(meetingPlace)).toEqual(["Call", "Geneva", "Geneva", "A hall", "Elsewhere"]));

test("talks that are not confirmed are marked so, also by their event", () => {
  const { meetings } = ledgerOf({
    meetings: [talks("sure"), talks("said", { status: "reported" }), { id: "told", event: "leak" }],
  });
  expect(meetings.map((meeting) => unsure(ledger, meeting))).toEqual(["", " (reported)", " (disputed)"]);
});
