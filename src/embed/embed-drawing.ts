import type { Drawing } from "../charts/lib/drawing.ts";
import { ledger } from "../content.ts";
import { frameWithText, sourcesLine } from "../files/pictures.ts";
import { getOrInsert } from "../required.ts";
import type { Embeddable } from "../charts/embeddable.ts";

/** Space around an embedded drawing, px. */
export const EMBED_MARGIN = 10;

/** The drawings of an embed, from the narrowest frame to the widest. */
export const EMBED_LAYOUTS = ["narrow", "wide"] as const;

export type EmbedLayout = (typeof EMBED_LAYOUTS)[number];

// Its size is asked for by every snippet, its marks by one page.
const drawn = new WeakMap<Embeddable, Map<EmbedLayout, Drawing>>();

/** A drawing of an embed: the words around it with how to use its marks, and whose work stands behind it. */
export function embedDrawing(embed: Embeddable, layout: EmbedLayout): Drawing {
  const known = getOrInsert(drawn, embed, () => new Map<EmbedLayout, Drawing>());
  const subtitle = embed.hint ? `${embed.subtitle} ${embed.hint}` : embed.subtitle;
  return getOrInsert(known, layout, () =>
    frameWithText({ ...embed, subtitle }, layout, EMBED_MARGIN, sourcesLine(ledger, embed)),
  );
}
