import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDrawing, textFaults } from "./read-drawing.ts";
import { drawKey } from "./key.tsx";
import { GLYPHS } from "./glyphs.tsx";

const entry = (label: string, glyph = "stated") => ({ glyph, label });

/** A key as a drawing of its own. */
function drawn(labels: string[], width: number) {
  const { key, height } = drawKey(
    labels.map((label) => entry(label)),
    width,
  );
  return { height, drawing: { width, height, body: key, hits: [] } };
}

test("a key without entries takes no room", () => {
  const { drawing, height } = drawn([], 300);
  expect(height).toBe(0);
  expect(readDrawing(drawing).texts).toEqual([]);
});

test("each entry has its sign and its words, in order, on one line where it fits", () => {
  const { key, height } = drawKey(
    [entry("in a published text", "confirmed"), entry("reported", "alleged")],
    700,
  );
  const { texts, svg } = readDrawing({ width: 700, height, body: key, hits: [] });
  expect(texts.map(({ text }) => text)).toEqual(["in a published text", "reported"]);
  expect(texts[0]!.top).toBe(texts[1]!.top);
  expect(texts[0]!.left).toBeLessThan(texts[1]!.left);
  expect(svg.match(/<circle[^>]*>/g)).toHaveLength(2);
  expect(svg.indexOf("dashed")).toBeGreaterThan(svg.indexOf("in a published text"));
});

describe("a key breaks where the width ends", () => {
  test.for([
    [700, 1],
    [300, 2],
    [120, 3],
  ] as const)("at %i px: %i lines", ([width, lines]) => {
    const { drawing } = drawn(["stated", "left open, in brackets", "nothing reported"], width);
    expect(new Set(readDrawing(drawing).texts.map(({ top }) => top)).size).toBe(lines);
  });
});

test("whatever the entries, none is lost, none overlaps another or its line, and all are within the height", () => {
  const labels = fc.array(fc.stringMatching(/^[a-z][a-z ,]{0,30}[a-z]$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(labels, fc.integer({ min: 300, max: 1080 }), (labels, width) => {
      const { drawing } = drawn(labels, width);
      expect(readDrawing(drawing).texts.map(({ text }) => text)).toEqual(labels);
      expect(textFaults(drawing)).toEqual([]);
    }),
  );
});

test("every sign of the house can stand in a key", () => {
  for (const glyph of Object.keys(GLYPHS)) {
    const { key, height } = drawKey([entry("words", glyph)], 300);
    expect(
      readDrawing({ width: 300, height, body: key, hits: [] }).elements.filter(({ name }) =>
        ["path", "rect", "circle"].includes(name),
      ).length,
      glyph,
    ).toBeGreaterThan(0);
  }
});
