import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type DownloadOf, downloadPaths } from "../../files/downloads.ts";

// /charts/<chart>.svg and /clauses/<clause>.svg
export const getStaticPaths = () => downloadPaths(embeds, ".svg");

export const GET: APIRoute<DownloadOf> = async ({ props: { embed, content } }) =>
  new Response(await content(embed, { ledger, coveredUntil }), {
    headers: { "content-type": "image/svg+xml" },
  });
