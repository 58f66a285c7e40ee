import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEXT_SIZE } from "./drawing.ts";
import { overlaps } from "./placement.ts";
import { type LabelledPoint, placePointLabels, type PointLabel } from "./point-labels.ts";
import { textWidth } from "./text-width.ts";

const BOUNDS = { left: 0, top: 0, right: 340, bottom: 240 };
const boxOf = ({ label, x, y, anchor }: PointLabel) => {
  const width = textWidth(label, TEXT_SIZE, true);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 10, bottom: y + 3 };
};

describe("labels of points", () => {
  it("stand at the right of a mark that is alone", () => {
    expect(placePointLabels([{ id: "a", x: 100, y: 100, r: 5, label: "Kyiv 1" }], BOUNDS)).toEqual([
      { id: "a", label: "Kyiv 1", x: expect.closeTo(109, 5), y: expect.closeTo(104.5, 5), anchor: "start" },
    ]);
  });

  it("turn to the left at the right edge", () => {
    const [label] = placePointLabels([{ id: "a", x: 330, y: 100, r: 5, label: "Moscow 2" }], BOUNDS);
    expect(label).toMatchObject({ anchor: "end", x: expect.closeTo(321, 5) });
  });

  it("stand apart with a line where marks are crowded", () => {
    const points = Array.from({ length: 9 }, (_, i) => ({
      id: String(i),
      x: 150 + (i % 3) * 14,
      y: 100 + Math.floor(i / 3) * 14,
      r: 6,
      label: `Place ${i}`,
    }));
    const labels = placePointLabels(points, BOUNDS);
    expect(labels.some(({ leader }) => leader)).toBe(true);
  });

  it("never touch each other, a mark or the edge, whatever the points", () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 340 }),
      y: fc.integer({ min: 0, max: 240 }),
      r: fc.integer({ min: 1, max: 16 }),
      label: fc.constantFrom("Rome", "Abu Dhabi 12", "Johannesburg 1"),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (all) => {
        const points: LabelledPoint[] = all.map((point, i) => ({ id: String(i), ...point }));
        const boxes = placePointLabels(points, BOUNDS).map(boxOf);
        boxes.forEach((box, i) => {
          expect(box.left >= -0.001 && box.right <= 340.001 && box.top >= 0 && box.bottom <= 240).toBe(true);
          expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false);
          expect(
            points.some(
              ({ x, y, r }) =>
                Math.hypot(x - Math.max(box.left, Math.min(x, box.right)), y - Math.max(box.top, Math.min(y, box.bottom))) < r,
            ),
          ).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });
});
