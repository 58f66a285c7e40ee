import fc from "fast-check";
import { expect, test } from "vitest";
import { LAYOUTS } from "../drawing.ts";
import { toMarkup } from "../markup.ts";
import { textFaults } from "../read-drawing.ts";
import { column, data, row, signsOf, STATES } from "../cases/matrix.cases.ts";
import { matrix } from "./matrix.tsx";

test("whatever the states, there is one sign a cell, all text is inside and apart, and it comes out the same twice", () => {
  const months = [
    ["November 2025", "Nov"],
    ["December 2025", "Dec"],
    ["January 2026", "Jan"],
    ["February 2026", "Feb"],
  ] as const;
  const grids = fc.integer({ min: 1, max: 12 }).chain((width) =>
    fc.record({
      columns: fc.array(
        fc.record({
          month: fc.integer({ min: 0, max: 3 }),
          label: fc.stringMatching(/^[A-Z][a-z]{2,8}$/),
          points: fc.integer({ min: 1, max: 99 }),
        }),
        { minLength: width, maxLength: width },
      ),
      rows: fc.array(
        fc.record({
          label: fc.stringMatching(/^[A-Z][a-z ]{2,24}[a-z]$/),
          group: fc.integer({ min: 0, max: 3 }),
          signs: fc.array(fc.constantFrom(...STATES), { minLength: width, maxLength: width }),
        }),
        { maxLength: 20 },
      ),
    }),
  );
  fc.assert(
    fc.property(grids, fc.constantFrom(...Object.values(LAYOUTS)), (grid, layout) => {
      const all = data(
        grid.columns
          .toSorted((a, b) => a.month - b.month)
          .map(({ month, label, points }, i) =>
            column(String(i), {
              label,
              count: String(points),
              group: months[month]![0],
              groupShort: months[month]![1],
            }),
          ),
        grid.rows
          .toSorted((a, b) => a.group - b.group)
          .map(({ label, group, signs }, i) => row(String(i), signs, { label, group: `Group ${group}` })),
      );
      expect(matrix.refuse(all)).toEqual([]);
      const drawing = matrix.draw(all, layout);
      expect(signsOf(drawing).map(({ glyph }) => glyph)).toEqual(
        all.rows.flatMap(({ cells }) => cells.map(({ glyph }) => glyph)),
      );
      expect(textFaults(drawing)).toEqual([]);
      expect(toMarkup(matrix.draw(structuredClone(all), layout).body)).toBe(toMarkup(drawing.body));
    }),
    { numRuns: 20 },
  );
});
