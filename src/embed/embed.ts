import type { Embeddable } from "../charts/view.ts";
import type { Drawing } from "../charts/lib/drawing.ts";
import { ledger } from "../content.ts";
import { frameWithText, pictureSize, sourcesLine } from "../files/pictures.ts";
import { getOrInsert } from "../required.ts";
import { absolute } from "../routes.ts";
import { LICENCE_NAME, site, SITE_NAME } from "../site.ts";
import type { EmbedFacts } from "./codes.ts";
import { EMBED_MARGIN_PX } from "./size.ts";

export const EMBED_LAYOUTS = ["narrow", "wide"] as const;
export type EmbedLayout = (typeof EMBED_LAYOUTS)[number];

const drawings = new WeakMap<Embeddable, Map<EmbedLayout, Drawing>>();

/** A drawing with title, subtitle, hint, key and sources. */
export function embedDrawing(embed: Embeddable, layout: EmbedLayout): Drawing {
  const drawn = getOrInsert(drawings, embed, () => new Map<EmbedLayout, Drawing>());
  const subtitle = embed.hint ? `${embed.subtitle} ${embed.hint}` : embed.subtitle;
  return getOrInsert(drawn, layout, () =>
    frameWithText({ ...embed, subtitle }, layout, EMBED_MARGIN_PX, sourcesLine(ledger, embed)),
  );
}

export function embedFacts(embed: Embeddable): EmbedFacts {
  const { what, id, title, description } = embed;
  const ratio = (layout: EmbedLayout) => {
    const { width, height } = embedDrawing(embed, layout);
    return Math.round((height / width) * 1e4) / 1e4;
  };
  return {
    ...{ what, id, title, description },
    root: absolute("/"),
    page: absolute(embed.path),
    files: absolute(embed.files),
    ratios: { narrow: ratio("narrow"), wide: ratio("wide") },
    pictures: { wide: pictureSize(ledger, embed, "wide"), narrow: pictureSize(ledger, embed, "narrow") },
    site: SITE_NAME,
    licence: { name: LICENCE_NAME, url: site.licence.url },
  };
}
