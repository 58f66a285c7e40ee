import type { VNode } from "preact";
import { type KeyEntry, px } from "./drawing.ts";
import { GLYPHS } from "./glyphs.tsx";
import { widthOf } from "./text-lines.tsx";

/** A key drawn in SVG, entries flowing into lines of at most `width` px. Returns the drawing and its height. */
export function drawKey(entries: readonly KeyEntry[], width: number): { key: VNode; height: number } {
  let x = 0;
  let line = 0;
  const placed = entries.map((entry) => {
    const length = 24 + widthOf(entry.label) + 18;
    if (x > 0 && x + length > width) {
      x = 0;
      line++;
    }
    const at = { x: px(x), y: line * 24 };
    x += length;
    return { entry, at };
  });
  return {
    height: entries.length === 0 ? 0 : (line + 1) * 24 + 6,
    key: (
      <g>
        {placed.map(({ entry, at }) => (
          <g transform={`translate(${at.x} ${at.y})`}>
            <g transform="translate(8 12)">{GLYPHS[entry.glyph]}</g>
            <text x={24} y={17}>
              {entry.label}
            </text>
          </g>
        ))}
      </g>
    ),
  };
}
