import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "./drawing.ts";

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
        fc.array(
          fc.record({
            wish: fc.double({ min: -50, max: 450, noNaN: true }),
            size: fc.integer({ min: 5, max: 20 }),
          }),
          {
            maxLength: 20,
          },
        ),
        (labels) => {
          const middles = spread(labels, 0, 400);
          const placed = labels
            .map(({ wish, size }, i) => ({ wish, size, middle: middles[i]!, i }))
            .sort((a, b) => a.wish - b.wish || a.i - b.i);
          placed
            .slice(1)
            .forEach((label, i) =>
              expect(label.middle - placed[i]!.middle).toBeGreaterThanOrEqual(
                (label.size + placed[i]!.size) / 2 - 1e-6,
              ),
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
