import { SITE_NAME } from "../site.ts";
import type { Embeddable } from "../charts/embeddable.ts";
import { type Box, embedBox } from "./size.ts";
import { credit, frameOf } from "./snippets.ts";

/** Seconds for which a consumer may keep an answer. */
const CACHE_AGE = 86_400;

/**
 * What oEmbed says of what is embedded, type `rich`. The files are static and know no `maxwidth`: `width` and `height` are a
 * box that is never too small. WordPress knows its own embeds by the quotation in front of the frame; others show it as the
 * credit. `picture`: size of the PNG.
 */
export function oEmbed(embed: Embeddable, root: string, picture: Box) {
  return {
    version: "1.0",
    type: "rich",
    title: embed.title,
    author_name: SITE_NAME,
    author_url: root + embed.path.slice(1),
    provider_name: SITE_NAME,
    provider_url: root,
    cache_age: CACHE_AGE,
    thumbnail_url: `${root}${embed.files.slice(1)}.png`,
    thumbnail_width: picture.width,
    thumbnail_height: picture.height,
    html: `<blockquote>${credit(embed, root)}</blockquote>${frameOf(embed, root, "auto")}`,
    ...embedBox(embed),
  };
}
