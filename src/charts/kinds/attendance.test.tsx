import { describe, expect, it } from "vitest";
import { attendanceRow } from "../cases/attendance.cases.ts";
import { LAYOUTS } from "../drawing.ts";
import { readDrawing } from "../read-drawing.ts";
import { attendance, type AttendanceData, type AttendanceRow } from "./attendance.tsx";

const row = (id: string, extra: Partial<AttendanceRow> = {}) =>
  attendanceRow(id, { sides: ["away", "there", "there"], says: id, ...extra });
const data = (...rows: AttendanceRow[]): AttendanceData => ({
  sides: ["Russia", "Ukraine", "Europe"].map((label, i) => ({
    id: `s${i}`,
    label,
    short: label.slice(0, 3),
  })),
  rows,
  words: { there: "in the room", apart: "apart", reported: "reported" },
});

describe("attendance refuses", () => {
  it.each([
    ["too few sides", row("a", { sides: ["there"] }), "row `a` has 1 sides of 3"],
    ["a meeting of nobody", row("a", { sides: ["away", "away", "away"] }), "row `a` has nobody in it"],
  ])("%s", (_, given, reason) => expect(attendance.refuse(data(given))).toEqual([reason]));
});

describe.each([LAYOUTS.narrow, LAYOUTS.wide])("attendance, $name", (layout) => {
  const lines = (extra: Partial<AttendanceRow>) =>
    readDrawing(attendance.draw(data(row("a", extra)), layout)).elements.filter(({ attributes }) =>
      attributes.class?.startsWith("joined"),
    );

  it("joins those in the room and nobody else", () => {
    expect(lines({})).toHaveLength(1);
    expect(lines({ sides: ["away", "there", "apart"] })).toHaveLength(0);
    expect(lines({ sides: ["there", "away", "away"] })).toHaveLength(0);
  });

  it("dashes a meeting that is not confirmed and thickens one that is set off", () => {
    expect(lines({ reported: true })[0]!.attributes.class).toBe("joined dashed");
    expect(lines({ marked: true })[0]!.attributes.class).toBe("joined marked");
  });
});

it("breaks many columns into bands, none of them wider than the drawing", () => {
  const many = Array.from({ length: 60 }, (_, i) => row(String(i)));
  const { height, hits } = attendance.draw(data(...many), LAYOUTS.wide);
  expect(height).toBeGreaterThan(attendance.draw(data(row("a")), LAYOUTS.wide).height * 2);
  for (const { x, width } of hits) expect(x + width).toBeLessThanOrEqual(LAYOUTS.wide.width + 1);
});
