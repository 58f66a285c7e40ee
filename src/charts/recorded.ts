import type { Drawing } from "./drawing.ts";
import { renderStandalone } from "./render.tsx";

/** A drawing as it is recorded beside its kind: an SVG file without style, an element a line, so that a difference can be read. */
export function recorded(drawing: Drawing): string {
  return `${renderStandalone(drawing, { id: "recorded", title: "Recorded", description: "" }, "").replaceAll("><", ">\n<")}\n`;
}
