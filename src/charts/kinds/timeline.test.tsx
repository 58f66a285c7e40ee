import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { data as dataOf, row } from "../cases/timeline.cases.ts";
import { timeline, type TimelineData, type TimelineRow } from "./timeline.tsx";

const data = (rows: TimelineRow[]): TimelineData => ({ ...dataOf(rows), words: { confirmed: "counted", disputed: "count in dispute" } });

describe("a timeline refuses", () => {
  it.each([
    ["a date that is none", [row("a", "soon")], "row `a` has the date soon"],
    ["entries out of order", [row("a", "2025-02-01"), row("b", "2025-01-31")], "row `b` of 2025-01-31 stands after one of 2025-02-01"],
    ["an end before the beginning", [row("a", "2025-02-02", { end: "2025-02-01" })], "row `a` ends on 2025-02-01 and begins on 2025-02-02"],
    ["an end that is no date", [row("a", "2025-02-02", { end: "later" })], "row `a` ends on later and begins on 2025-02-02"],
    ["a certainty without its word", [row("a", "2025", { certainty: "reported" })], "row `a`: the key has no word for reported"],
    ["a repeated id", [row("a", "2025"), row("a", "2025")], "`a` stands twice"],
  ])("%s", (_, rows, reason) => expect(timeline.refuse(data(rows))).toContain(reason));

  it("nothing that is sound", () =>
    expect(
      timeline.refuse(
        data([row("a", "2024"), row("b", "2025-02-01", { end: "2025-02-02" }), row("c", "2025-02-01", { certainty: "disputed" })]),
      ),
    ).toEqual([]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("a timeline, $name", (layout) => {
  it("sets the marked row off", () => {
    const { elements } = readDrawing(timeline.draw(data([row("a", "2025-01-01"), row("b", "2025-02-01", { marked: true })]), layout));
    expect(elements.filter(({ attributes }) => attributes.class === "marked-rule")).toHaveLength(1);
  });
});
