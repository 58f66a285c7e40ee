import { type Drawing, type Layout, LAYOUTS } from "../charts/lib/drawing.ts";
import { drawKey } from "../charts/lib/glyphs.tsx";
import { frameDrawing } from "../charts/lib/render.tsx";
import { SERIF_WIDER, TEXT_SIZE, wrapText } from "../charts/lib/text.tsx";
import type { Embeddable } from "../charts/embeddable.ts";

/**
 * A drawing with its words around it, for embeds and files: all that has a height is drawn, so it is known. `sourceLine` is
 * empty where the page says it.
 */
export function frameWithWords(
  embed: Embeddable,
  layoutName: Layout["name"],
  margin: number,
  sourceLine: string,
): Drawing {
  const layout = LAYOUTS[layoutName];
  const { key, height: keyHeight } = drawKey(embed.key(), layout.width);
  return frameDrawing(embed.draw(layout), {
    titleLines: wrapText(embed.title, layout.width / SERIF_WIDER, 22, true),
    subtitleLines: wrapText(embed.subtitle, layout.width, TEXT_SIZE),
    sourceLines: sourceLine ? wrapText(sourceLine, layout.width, TEXT_SIZE) : [],
    key,
    keyHeight,
    margin,
  });
}
