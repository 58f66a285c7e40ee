import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type DownloadOf, downloadPaths } from "../../files/downloads.ts";

// /charts/<chart>.png and /clauses/<clause>.png
export const getStaticPaths = () => downloadPaths(embeds, ".png");

export const GET: APIRoute<DownloadOf> = async ({ props: { embed, content } }) =>
  new Response(await content(embed, { ledger, coveredUntil }), { headers: { "content-type": "image/png" } });
