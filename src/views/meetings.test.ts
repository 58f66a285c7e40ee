import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { meetingPlace } from "./meetings.ts";

test("talks have their city or else their place; a call has neither", () => {
  const { meetings } = ledgerOf({
    meetings: [
      { id: "call", format: "call", place: "A line", city: "Paris" },
      { id: "geneva", place: "The Intercontinental, Geneva", city: "Geneva" },
      { id: "hall", place: "A hall" },
    ],
  });
  expect(meetings.map(meetingPlace)).toEqual(["Call", "Geneva", "A hall"]);
});
