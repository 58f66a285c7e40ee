import type { APIRoute } from "astro";
import { embeds } from "../../content.ts";
import { embedPage, missingEmbed } from "../../embed/page.ts";

export const getStaticPaths = () => [
  ...embeds.map((embed) => ({
    params: { page: `${embed.id}/index` },
    props: { html: () => embedPage(embed) },
  })),
  { params: { page: "404" }, props: { html: missingEmbed } },
];

export const GET: APIRoute<{ html: () => string }> = ({ props }) =>
  new Response(props.html(), { headers: { "content-type": "text/html; charset=utf-8" } });
