import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "../charts/lib/read-drawing.fixture.ts";
import { placeTip } from "./place-tip.ts";

const phone = { width: 360, height: 640 };
const tip = { width: 200, height: 60 };
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const placed = (
  mark: ReturnType<typeof box>,
  view = phone,
  pointer = { x: (mark.left + mark.right) / 2, y: mark.top },
) => {
  const { x, y } = placeTip(mark, tip, view, pointer);
  return box(x, y, tip.width, tip.height);
};

test("a tip is above its mark, and below it where there is no room above", () => {
  expect(placed(box(20, 300, 300, 40)).bottom).toBeLessThanOrEqual(300);
  expect(placed(box(20, 30, 300, 40)).top).toBeGreaterThanOrEqual(70);
});

test("it stands aside of the pointer, and turns round at the edge of the screen", () => {
  expect(placed(box(20, 300, 30, 30)).left).toBeGreaterThan(35);
  expect(placed(box(320, 300, 30, 30)).right).toBeLessThan(335);
});

test("it is at the side of a tall mark, level with the pointer", () => {
  const wide = { width: 1440, height: 900 };
  const { left, top, bottom } = placed(box(600, 200, 40, 400), wide, { x: 620, y: 500 });
  expect(left).toBeGreaterThanOrEqual(640);
  expect((top + bottom) / 2).toBe(500);
});

test("wherever a mark is, the tip is on the screen and off the mark if any place is", () => {
  const room = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(room, room, room, room, (left, top, width, height) => {
      const view = { width: 900, height: 900 };
      const mark = box(left, top, Math.min(width, 900 - left), Math.min(height, 900 - top));
      const { left: x, right, top: y, bottom } = placed(mark, view);
      expect(Math.min(x, y) >= 8 && Math.max(right, bottom) <= 892).toBe(true);
      const free =
        Math.max(mark.top, 900 - mark.bottom) >= 72 || Math.max(mark.left, 900 - mark.right) >= 212;
      expect(overlaps({ left: x, right, top: y, bottom }, mark)).toBe(
        !free && mark.right > x && mark.left < right,
      );
    }),
  );
});
