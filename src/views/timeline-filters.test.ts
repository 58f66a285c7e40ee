import { describe, expect, it } from "vitest";
import type { Ledger } from "../ledger/ledger.ts";
import { filterCss, timelineFilters } from "./timeline-filters.ts";

const ledger = {
  events: [
    { id: "a", date: "2025-11-20", topic: "plan", status: "confirmed" },
    { id: "b", date: "2026", topic: "corruption", status: "alleged" },
    { id: "c", date: "2026-01-06", topic: "plan", status: "alleged" },
  ],
} as unknown as Ledger;

describe("filters of the timeline", () => {
  it("offers only what exists, with how often", () => {
    const options = timelineFilters(ledger).map(({ name, options }) => [name, ...options.map(({ value, count }) => `${value} ${count}`)]);
    expect(options).toEqual([
      ["topic", "plan 2", "corruption 1"],
      ["status", "confirmed 1", "alleged 2"],
      ["year", "2025 1", "2026 2"],
    ]);
  });

  it("counts every event once in each row", () => {
    for (const { options } of timelineFilters(ledger)) expect(options.reduce((sum, option) => sum + option.count, 0)).toBe(3);
  });

  it("hides what was not chosen, and headings under which nothing is left", () => {
    const css = filterCss(timelineFilters(ledger)).split("\n");
    expect(css).toContain(".timeline:has(#topic-plan:checked) .event:not(.plan){display:none}");
    expect(css).toContain(".timeline:has(#status-alleged:checked) :is(.year,.month):not(:has(.alleged)){display:none}");
    expect(css).toContain(
      ".timeline:has(#topic-plan:checked):has(#status-alleged:checked) :is(.year,.month):not(:has(.plan.alleged)){display:none}",
    );
    expect(css).toContain(".timeline:has(#year-2026:checked) .year:not(#in-2026){display:none}");
    expect(css).toHaveLength(2 * 4 + 2 * 2 + 2);
  });
});
