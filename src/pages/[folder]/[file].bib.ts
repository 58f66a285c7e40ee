import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type DownloadOf, downloadPaths } from "../../files/downloads.ts";

// /charts/<chart>.bib and /clauses/<clause>.bib
export const getStaticPaths = () => downloadPaths(embeds, ".bib");

export const GET: APIRoute<DownloadOf> = async ({ props: { embed, content } }) =>
  new Response(await content(embed, { ledger, coveredUntil }), {
    headers: { "content-type": "application/x-bibtex; charset=utf-8" },
  });
