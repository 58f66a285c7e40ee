import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type DownloadOf, downloadPaths } from "../../files/downloads.ts";

// /charts/<chart>.csv and /clauses/<clause>.csv; the files beside it are those of the other endings. The dev server wants a
// slash at the end of an address whose ending is a parameter, so each ending is a file.
export const getStaticPaths = () => downloadPaths(embeds, ".csv");

export const GET: APIRoute<DownloadOf> = async ({ props: { embed, content } }) =>
  new Response(await content(embed, { ledger, coveredUntil }));
