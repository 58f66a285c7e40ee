import { expect, test } from "vitest";
import { seating, whoWasThere } from "./meetings.ts";

test("who was there is said in one line, with who was apart and how it is known only where there is something to say", () => {
  const talks = {
    when: "10 November 2025",
    place: "Geneva",
    there: "Ukraine and United States",
    apart: "",
    status: "",
  };
  expect(whoWasThere(talks)).toBe("10 November 2025, Geneva: Ukraine and United States in the room");
  expect(whoWasThere({ ...talks, apart: "Europe", status: "disputed" })).toBe(
    "10 November 2025, Geneva: Ukraine and United States in the room; Europe apart (disputed)",
  );
  expect(whoWasThere({ ...talks, there: "" })).toContain("Geneva: nobody together in the room");
});

test("what the drawing of who sat together shows follows its counts", () => {
  const of = { meetings: 50, three: 3, russiaEurope: 0, usUkraine: 20, usRussia: 9, days: "1 and 2 May" };
  expect(seating(of)).toBe(
    "Of 50 meetings, three had the United States, Ukraine and Russia in one room (1 and 2 May); " +
      "the United States met Ukraine without Russia in 20 and Russia without Ukraine in 9. " +
      "In none were Russia and the Europeans in one room.",
  );
  expect(seating({ ...of, three: 0, days: "", russiaEurope: 2 })).toMatch(
    /^Of 50 meetings, none had .* in one room; .* In two Russia and the Europeans were in one room\.$/,
  );
});
