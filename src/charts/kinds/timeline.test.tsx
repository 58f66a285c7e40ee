import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing, textFaults } from "../read-drawing.ts";
import { middleOf } from "../time-axis.tsx";
import { timeline, type TimelineData, type TimelineRow } from "./timeline.tsx";

const row = (id: string, date: string, extra: Partial<TimelineRow> = {}): TimelineRow => ({
  id,
  date,
  number: id,
  head: `Entry ${id}`,
  detail: "Paris (Élysée Palace)",
  text: "Something was agreed, and then something else that takes a second line to tell.",
  certainty: "confirmed",
  href: `/x/${id}/`,
  ...extra,
});
const data = (rows: TimelineRow[]): TimelineData => ({ rows, words: { confirmed: "counted", disputed: "count in dispute" } });
const marks = (drawing: ReturnType<typeof timeline.draw>) => readDrawing(drawing).elements.filter(({ name }) => name === "use");

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
  it("draws nothing, one row, ties and a marked row", () => {
    for (const rows of [
      [],
      [row("a", "2025-05-05")],
      [row("a", "2025-05-05"), row("b", "2025-05-05", { number: "" })],
      [row("a", "2022-05-05", { marked: true }), row("b", "2026")],
    ]) {
      const drawing = timeline.draw(data(rows), layout);
      expect(marks(drawing)).toHaveLength(rows.length);
      expect(drawing.hits).toHaveLength(rows.length);
      expect(textFaults(drawing)).toEqual([]);
    }
  });

  it("sets the marked row off", () => {
    const { elements } = readDrawing(timeline.draw(data([row("a", "2025-01-01"), row("b", "2025-02-01", { marked: true })]), layout));
    expect(elements.filter(({ attributes }) => attributes.class === "marked-rule")).toHaveLength(1);
  });

  it("keeps 200 rows inside and apart", () => {
    const rows = Array.from({ length: 200 }, (_, i) => row(String(i), new Date(Date.UTC(2020, 0, 1 + i * 11)).toISOString().slice(0, 10)));
    const drawing = timeline.draw(data(rows), layout);
    expect(marks(drawing)).toHaveLength(200);
    expect(textFaults(drawing)).toEqual([]);
  });

  it("puts one mark a row in proportion to time, whatever the rows", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (days, words) => {
        const rows = [...days]
          .sort((a, b) => a - b)
          .map((day, i) =>
            row(String(i), new Date(Date.UTC(2021, 5, 1 + day)).toISOString().slice(0, 10), {
              text: "word ".repeat(words).trim(),
              certainty: i % 3 ? "confirmed" : "disputed",
            }),
          );
        const drawing = timeline.draw(data(rows), layout);
        expect(timeline.refuse(data(rows))).toEqual([]);
        const drawn = marks(drawing);
        expect(drawn.map(({ attributes }) => attributes["data-row"])).toEqual(rows.map(({ id }) => id));
        expect(textFaults(drawing)).toEqual([]);
        const at = drawn.map(({ attributes }) => Number(attributes.x));
        const time = rows.map(({ date }) => middleOf(date));
        for (const [i, x] of at.entries()) {
          const share = (time[i]! - time[0]!) / (time.at(-1)! - time[0]! || 1);
          expect(Math.abs(x - (at[0]! + share * (at.at(-1)! - at[0]!)))).toBeLessThan(0.3);
        }
      }),
      { numRuns: 40 },
    );
  });
});
