import type { APIRoute } from "astro";
import { embeds } from "../../../content.ts";
import { embedPage } from "../../../embed/page.ts";
import type { Embeddable } from "../../../charts/view.ts";

export const getStaticPaths = () => embeds.map((embed) => ({ params: { id: embed.id }, props: { embed } }));

export const GET: APIRoute<{ embed: Embeddable }> = ({ props }) =>
  new Response(embedPage(props.embed), { headers: { "content-type": "text/html; charset=utf-8" } });
