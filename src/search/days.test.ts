import { expect, test } from "vitest";
import { dateAsWord, dayIn, daysAsWords, normalizeDates } from "./days.ts";

test.each([
  ["Harbour 23 december", "Harbour 23 December"],
  ["Dec 23rd, 2025 Harbour", "23 December 2025 Harbour"],
  ["1st of Sept. 2026", "1 September 2026"],
  ["2025-12-03", "3 December 2025"],
  ["23.12.2025", "23 December 2025"],
  ["May 5", "5 May"],
  ["sept. 2026", "September 2026"],
])("%s is %s", (typed, said) => expect(normalizeDates(typed)).toBe(said));

test.each([
  "May a state join?",
  "December 2025",
  "2025-13-40",
  "what may 28 points mean",
  "march 10 billion",
  "March 10bn",
])("%s is not a day", (typed) => {
  expect(normalizeDates(typed)).toBe(typed);
  expect(dayIn(typed)).toBeUndefined();
});

test("the day of a query is the beginning of a date of the index", () => {
  expect(dateAsWord("23 December 2025").startsWith(dateAsWord(dayIn("Harbour 23 December")!))).toBe(true);
  expect(dayIn("Paris 6 January 2026")).toBe("6 January 2026");
  expect(daysAsWords("2025-11-30", "2025-12-01")).toBe("30-November November-2025 30-November-2025");
});
