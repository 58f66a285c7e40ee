import type { APIRoute } from "astro";
import { embeds } from "../../content.ts";
import { oEmbed, oEmbedXml } from "../../embed/oembed.ts";
import { pictureSize } from "../../export/pictures.ts";
import { absolute } from "../../site.ts";
import type { Embeddable } from "../../views/embeddable.ts";

export const getStaticPaths = () => embeds.map((embed) => ({ params: { id: embed.id }, props: { embed } }));

export const GET: APIRoute<{ embed: Embeddable }> = ({ props: { embed } }) =>
  new Response(oEmbedXml(oEmbed(embed, absolute("/"), pictureSize(embed))), {
    headers: { "content-type": "text/xml; charset=utf-8" },
  });
