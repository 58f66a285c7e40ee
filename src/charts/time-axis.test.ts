import { describe, expect, it } from "vitest";
import { middleOf, periodOf, timeScale, timeTicks } from "./time-axis.tsx";

describe("a partial date", () => {
  it.each([
    ["2025", "2025-01-01", "2026-01-01"],
    ["2025-12", "2025-12-01", "2026-01-01"],
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2025-12-31", "2025-12-31", "2026-01-01"],
  ])("%s is a period", (date, start, end) =>
    expect(periodOf(date)).toEqual([Date.parse(start), Date.parse(end)]),
  );

  it("stands in the middle of its period", () =>
    expect(middleOf("2025-11-23")).toBe(Date.parse("2025-11-23T12:00Z")));
  it("is not a number if it is no date", () => expect(middleOf("soon")).toBeNaN());
});

describe("ticks of a time axis", () => {
  const labels = (from: string, to: string, width: number) =>
    timeTicks(timeScale(from, to, [0, width])).map(({ label, year }) =>
      [label, year].filter(Boolean).join(" "),
    );

  it("are weeks if these find room", () =>
    expect(labels("2025-12-20", "2026-01-10", 300)).toEqual(["22 Dec 2025", "29 Dec", "5 Jan 2026"]));
  it("else months, with the year where it begins", () =>
    expect(labels("2025-11", "2026-02", 200)).toEqual(["Nov 2025", "Dec", "Jan 2026", "Feb"]));
  it("else quarters", () => expect(labels("2025", "2025", 200)).toEqual(["Jan 2025", "Apr", "Jul", "Oct"]));
  it("else years, as many as find room", () =>
    expect(labels("2012", "2025", 300)).toEqual(["2012", "2014", "2016", "2018", "2020", "2022", "2024"]));
  it("leave out what would end after the axis", () =>
    expect(labels("2022", "2026-02", 300)).not.toContain("2026"));
  it("are at proportional places", () =>
    expect(timeTicks(timeScale("2024", "2025", [0, 731])).find(({ label }) => label === "Jul")?.at).toBe(
      182,
    ));
});
