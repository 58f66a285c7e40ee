import { type Drawing, type Layout, LAYOUTS, SMALL_SIZE, TEXT_SIZE } from "../charts/drawing.ts";
import { drawKey } from "../charts/key.tsx";
import { frameDrawing } from "../charts/render.tsx";
import { SERIF_WIDER, wrapText } from "../charts/text-width.ts";
import type { Embeddable } from "../views/embeddable.ts";

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
    sourceLines: sourceLine ? wrapText(sourceLine, layout.width, SMALL_SIZE) : [],
    key,
    keyHeight,
    margin,
  });
}
