import { describe, expect, it } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { filterCounts, filterCss, timelineFilters } from "./timeline-filters.ts";

const ledger = ledgerOf({
  events: [
    { id: "a", date: "2025-11-20", topic: "plan", status: "confirmed" },
    { id: "b", date: "2026", topic: "corruption", status: "alleged" },
    { id: "c", date: "2026-01-06", topic: "plan", status: "alleged" },
  ],
});
const [filters, counts] = [() => timelineFilters(ledger), () => filterCounts(ledger)];

describe("filters of the timeline", () => {
  it("offers only what exists, with how often", () => {
    expect(
      filters().map(({ name, options }) => [name, ...options.map(({ value, count }) => `${value} ${count}`)]),
    ).toEqual([
      ["topic", "plan 2", "corruption 1"],
      ["status", "confirmed 1", "alleged 2"],
    ]);
  });

  it("counts what every pair of choices leaves, also nothing", () => {
    expect(counts().map(({ topic, status, count }) => `${topic} ${status} ${count}`)).toEqual([
      "all all 3",
      "all confirmed 1",
      "all alleged 2",
      "plan all 2",
      "plan confirmed 1",
      "plan alleged 1",
      "corruption all 1",
      "corruption confirmed 0",
      "corruption alleged 1",
    ]);
  });

  const css = () => filterCss(filterCounts(ledger)).split("\n");

  it("hides what was not chosen and headings under which nothing is left, and shows the count of the choice alone", () => {
    const hidden = (classes: string) =>
      `:is(.event:not(${classes}),:is(.year,.period):not(:has(${classes}))){display:none}`;
    for (const [topic, status, classes] of [
      ["plan", "all", ".plan"],
      ["all", "alleged", ".alleged"],
      ["plan", "alleged", ".plan.alleged"],
    ] as const) {
      const timeline = `.timeline:has(#topic-${topic}:checked):has(#status-${status}:checked)`;
      expect(css()).toContain(`${timeline} ${hidden(classes)}`);
      expect(css()).toContain(`${timeline} .count-${topic}-${status}{display:inline}`);
    }
    expect(css()).toHaveLength(2 * 8 + 5);
  });

  it("unfolds what a choice leaves", () =>
    expect(css()).toContain(
      ".timeline:has(:is(#topic-all,#status-all):not(:checked)) .period::details-content{content-visibility:visible}",
    ));
});
