import fc from "fast-check";
import { at, byRow, type Cases, LONGEST, times } from "./cases.ts";
import { attendance, type AttendanceData, type AttendanceRow, type Presence } from "../kinds/attendance.tsx";

const PRESENCES: Presence[] = ["there", "apart", "away"];

/** A meeting, for tests. */
export const attendanceRow = (id: string, extra: Partial<AttendanceRow> = {}): AttendanceRow => ({
  id,
  day: "23",
  date: "23 Nov",
  place: "Geneva",
  month: "November 2025",
  monthShort: "Nov",
  year: "2025",
  sides: ["away", "there", "there", "apart"],
  says: `Meeting ${id}`,
  href: `/x/${id}/`,
  ...extra,
});
const data = (rows: AttendanceRow[], label = "United States"): AttendanceData => ({
  sides: ["Russia", label, "Ukraine", "Europe"].map((label, i) => ({
    id: `s${i}`,
    label,
    short: label.slice(0, 3),
  })),
  rows,
  words: { there: "in the room", apart: "apart", reported: "only reported" },
});

export const attendanceCases: Cases<AttendanceData> = {
  kind: attendance,
  cases: {
    empty: data([]),
    "one row": data([attendanceRow("a", { sides: ["there", "away", "away", "away"] })]),
    ties: data([
      attendanceRow("a"),
      attendanceRow("b", { marked: true, sides: ["there", "there", "there", "away"] }),
      attendanceRow("c", { reported: true }),
    ]),
    "longest Ukrainian label": data(
      [attendanceRow("a", { place: LONGEST }), attendanceRow("b", { month: LONGEST })],
      LONGEST,
    ),
    "200 rows": data(
      times(200, (i) =>
        attendanceRow(String(i), { day: String((i % 30) + 1), month: `Month ${Math.floor(i / 9)}` }),
      ),
    ),
  },
  marked: ({ rows }) => rows.map(({ id }) => id),
  // The sides of a meeting stand as far apart as their order says, across or down.
  scales: ({ rows }, elements) => {
    const drawn = byRow(elements);
    return rows.map(({ id, sides }) => {
      const present = [...sides.keys()].filter((i) => sides[i] !== "away");
      const signs = drawn.get(id)!.filter(({ name }) => name === "use");
      const axis = signs.length > 1 && at(signs[0]!, "x") === at(signs[1]!, "x") ? "y" : "x";
      return present.map((side, i) => [side, at(signs[i]!, axis)] as const);
    });
  },
  random: fc
    .array(
      fc.record({
        sides: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
        month: fc.nat(3),
        day: fc.nat(30),
      }),
      { maxLength: 60 },
    )
    .map((rows) =>
      data(
        rows.map(({ sides, month, day }, i) =>
          attendanceRow(String(i), {
            day: String(day),
            month: `Month ${month}`,
            sides: sides.every((side) => side === 2)
              ? ["there", "away", "away", "away"]
              : sides.map((side) => PRESENCES[side]!),
          }),
        ),
      ),
    ),
};
