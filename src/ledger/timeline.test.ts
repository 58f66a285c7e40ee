import { describe, expect, it } from "vitest";
import type { Event, Ledger } from "./ledger.ts";
import { byYearAndMonth, inDateOrder, neighboursOf, sameDayElsewhere } from "./timeline.ts";

const event = (id: string, date: string, topic: Event["topic"] = "plan") => ({ id, date, topic }) as Event;
const events = [
  event("c", "2025-11-20"),
  event("b", "2025-11"),
  event("d", "2025-11-20", "corruption"),
  event("a", "2025"),
  event("e", "2026-01-06"),
  event("z", "2024-02-16", "france"),
];
const ledger = { events } as unknown as Ledger;
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);

describe("date order", () => {
  it("puts what is known by year or month first in it, and keeps the order of the file within a day", () => {
    expect(ids(inDateOrder(events))).toEqual(["z", "a", "b", "c", "d", "e"]);
  });

  it("groups by year and month without losing an event", () => {
    const years = byYearAndMonth(events);
    expect(years.map(({ year, months }) => [year, months.map(({ month }) => month)])).toEqual([
      ["2024", ["2024-02"]],
      ["2025", [undefined, "2025-11"]],
      ["2026", ["2026-01"]],
    ]);
    expect(years.flatMap(({ months }) => months.flatMap(({ events }) => ids(events)))).toEqual(["z", "a", "b", "c", "d", "e"]);
  });

  it("has nothing to group without events", () => {
    expect(byYearAndMonth([])).toEqual([]);
  });
});

describe("around an event", () => {
  it("finds the one before and after in its own story", () => {
    const { previous, next } = neighboursOf(ledger, events[0]!);
    expect([previous?.id, next?.id]).toEqual(["b", "e"]);
    expect(neighboursOf(ledger, events[3]!).previous).toBeUndefined();
    expect(neighboursOf(ledger, events[2]!)).toEqual({ previous: undefined, next: undefined });
  });

  it("finds the same day in other stories, and nothing for a vague date", () => {
    expect(ids(sameDayElsewhere(ledger, events[0]!))).toEqual(["d"]);
    expect(sameDayElsewhere(ledger, events[1]!)).toEqual([]);
  });
});
