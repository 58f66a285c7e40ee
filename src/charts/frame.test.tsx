import { describe, expect, test } from "vitest";
import type { Drawing } from "./drawing.ts";
import { readDrawing, textFaults } from "./read-drawing.ts";
import { frameDrawing } from "./render.tsx";
import { wrapText } from "./text-width.ts";

describe("a frame around a drawing", () => {
  const titleLines = wrapText("The ceiling on Ukraine’s forces rose from 600,000 to 800,000", 340, 22, true);
  const subtitleLines = wrapText(
    "Most soldiers that Ukraine could keep, by draft. Drafts on which nothing was reported are left out.",
    340,
    14,
  );
  const inner: Drawing = {
    width: 340,
    height: 100,
    body: <text y={12}>inside</text>,
    hits: [
      { x: 0, y: 0, width: 200, height: 50, label: "First", href: "/plan/drafts/us-28/#army" },
      { x: 0, y: 50, width: 200, height: 50, label: "Second" },
    ],
  };
  const frame = {
    titleLines,
    subtitleLines,
    sourceLines: ["Sources: AP, Axios.", "CC BY 4.0."],
    key: <text y={17}>key</text>,
    keyHeight: 30,
    margin: 20,
  };
  const framed = frameDrawing(inner, frame);
  const { texts } = readDrawing(framed);

  test("shows title, subtitle, key, drawing and sources below each other", () => {
    const inOrder = [...titleLines, ...subtitleLines, "key", "inside", ...frame.sourceLines];
    expect(texts.toSorted((a, b) => a.top - b.top).map(({ text }) => text)).toEqual(inOrder);
    expect(textFaults(framed)).toEqual([]);
  });

  test("keeps its margin on all sides", () => {
    expect(framed.width).toBe(340 + 2 * 20);
    for (const { left, top, bottom } of texts)
      expect(left >= 20 && top >= 20 && bottom <= framed.height - 10).toBe(true);
  });

  test("moves links along with what they lie on", () => {
    const moved = framed.hits[0]!.y - inner.hits[0]!.y;
    expect(
      framed.hits.map(({ x, y, width, height, label, href }) => ({
        x: x - 20,
        y: y - moved,
        width,
        height,
        label,
        href,
      })),
    ).toEqual(inner.hits.map((hit) => ({ href: undefined, ...hit })));
    // The text inside stands 12 px below the top of the drawing, and so does it below the first area.
    expect(texts.find(({ text }) => text === "inside")!.bottom).toBeCloseTo(
      framed.hits[0]!.y + 12 + 14 * 0.2,
      5,
    );
    expect(inner.hits[0]!.y).toBe(0);
  });

  test("takes no room for sources that are told elsewhere", () => {
    const bare = frameDrawing(inner, { ...frame, sourceLines: [] });
    expect(framed.height - bare.height).toBe(2 * 18 + 14);
    expect(bare.hits.at(-1)!.y + bare.hits.at(-1)!.height).toBeLessThan(bare.height);
  });
});
