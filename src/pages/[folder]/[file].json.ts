import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type DownloadOf, downloadPaths } from "../../files/downloads.ts";

// /charts/<chart>.json and /clauses/<clause>.json
export const getStaticPaths = () => downloadPaths(embeds, ".json");

export const GET: APIRoute<DownloadOf> = async ({ props: { embed, content } }) =>
  new Response(await content(embed, { ledger, coveredUntil }), {
    headers: { "content-type": "application/json" },
  });
