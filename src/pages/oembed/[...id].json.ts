import type { APIRoute } from "astro";
import type { Embeddable } from "../../charts/chart.ts";
import { embeds, hasPage, ledger } from "../../content/content.ts";
import { oEmbed } from "../../embed/codes.ts";
import { embedFacts } from "../../embed/embed.ts";

export const getStaticPaths = () =>
  (hasPage("embeds") ? embeds : []).map((embed) => ({ params: { id: embed.id }, props: embed }));

export const GET: APIRoute<Embeddable> = ({ props }) => Response.json(oEmbed(embedFacts(ledger, props)));
