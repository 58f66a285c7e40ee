import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread, stack } from "./placement.ts";

describe("stack", () => {
  it("puts marks that are apart on one level and ties on levels of their own", () => {
    expect(
      stack(
        [
          { start: 0, end: 0 },
          { start: 20, end: 20 },
          { start: 20, end: 20 },
        ],
        13,
      ),
    ).toEqual([0, 0, 1]);
  });

  it("never puts two on one level closer than the gap", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ start: fc.integer({ min: 0, max: 300 }), length: fc.integer({ min: 0, max: 60 }) })), (all) => {
        const marks = all.map(({ start, length }) => ({ start, end: start + length }));
        const levels = stack(marks, 13);
        marks.forEach((mark, i) =>
          marks
            .slice(0, i)
            .forEach(
              (other, j) => levels[i] === levels[j] && expect(mark.start - other.end >= 13 || other.start - mark.end >= 13).toBe(true),
            ),
        );
      }),
    );
  });
});

describe("spread", () => {
  it("leaves labels where they want to be if they do not touch", () => {
    expect(
      spread(
        [
          { wish: 80, size: 17 },
          { wish: 20, size: 17 },
        ],
        0,
        100,
      ),
    ).toEqual([80, 20]);
  });

  it("moves two that touch by the same length", () => {
    expect(
      spread(
        [
          { wish: 50, size: 20 },
          { wish: 52, size: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([41, 61]);
  });

  it("keeps labels in order, apart, and between the bounds where they fit there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wish: fc.double({ min: -50, max: 450, noNaN: true }), size: fc.integer({ min: 5, max: 20 }) }), {
          maxLength: 20,
        }),
        (labels) => {
          const middles = spread(labels, 0, 400);
          const placed = labels
            .map(({ wish, size }, i) => ({ wish, size, middle: middles[i]!, i }))
            .sort((a, b) => a.wish - b.wish || a.i - b.i);
          placed
            .slice(1)
            .forEach((label, i) =>
              expect(label.middle - placed[i]!.middle).toBeGreaterThanOrEqual((label.size + placed[i]!.size) / 2 - 1e-6),
            );
          for (const { middle, size } of placed) {
            expect(middle - size / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(middle + size / 2).toBeLessThanOrEqual(400 + 1e-6);
          }
        },
      ),
    );
  });
});
