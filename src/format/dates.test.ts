import { afterEach, describe, expect, test } from "vitest";
import { formatDate, formatDays, formatShortDate, formatSpan, periodOf } from "./dates.ts";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

describe("a date is written as exactly as it is known", () => {
  const cases: [date: string, long: string, short: string][] = [
    ["2025-11-23", "23 November 2025", "23 Nov 2025"],
    ["2025-09-01", "1 September 2025", "1 Sep 2025"],
    ["2025-09", "September 2025", "Sep 2025"],
    ["2025", "2025", "2025"],
    ["", "", ""],
  ];
  test.for(cases)("“%s”", ([date, long, short]) => {
    expect(formatDate(date)).toBe(long);
    expect(formatShortDate(date)).toBe(short);
  });
});

describe("a span says no part twice that both ends share", () => {
  const cases: [date: string, end: string | undefined, text: string][] = [
    ["2025-11-23", "2025-11-25", "23–25 November 2025"],
    ["2025-11-30", "2025-12-01", "30 November – 1 December 2025"],
    ["2025-12-31", "2026-01-01", "31 December 2025 – 1 January 2026"],
    ["2025-11-23", "2025-11-23", "23 November 2025"],
    ["2025-11", "2026-01", "November 2025 – January 2026"],
    ["2025-11-23", "2025-12", "23 November 2025 – December 2025"],
  ];
  test.for(cases)("%s to %s", ([date, end, text]) => expect(formatSpan(date, end)).toBe(text));
  test("in short", () => expect(formatSpan("2025-09-30", "2025-10-01", "short")).toBe("30 Sep – 1 Oct 2025"));
});

describe("under a month, days go without their year", () => {
  const cases: [date: string, end: string | undefined, text: string][] = [
    ["2025-11-20", undefined, "20 Nov"],
    ["2025-10-24", "2025-10-26", "24–26 Oct"],
    ["2025-11-30", "2025-12-01", "30 Nov–1 Dec"],
    ["2025-11-20", "2025-12", "20 Nov–Dec"],
    ["2025-11", "2025-12", "Nov–Dec"],
    ["2024", "2025", "2024–2025"],
  ];
  test.for(cases)("%s to %s", ([date, end, text]) =>
    expect(formatDays(date, end).replaceAll(/\s*–\s*/g, "–")).toBe(text),
  );
});

describe("a day is the same day wherever the site is built", () => {
  test.for([["America/Los_Angeles"], ["Pacific/Kiritimati"], ["Europe/Kyiv"]])("%s", ([place]) => {
    process.env.TZ = place;
    // The zone has really changed: at this moment it is not midnight there.
    expect(new Date(Date.UTC(2025, 11, 1)).getHours()).not.toBe(0);
    expect(formatDate("2025-12-01")).toBe("1 December 2025");
    expect(periodOf("2025-12-01")).toEqual([1764547200000, 1764633600000]);
  });
});
