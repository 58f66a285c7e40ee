import type { APIRoute } from "astro";
import { type Download, filePaths } from "../../export/files.ts";
import type { Embeddable } from "../../views/embeddable.ts";

export const getStaticPaths = () => filePaths("clause", "/clauses/");

export const GET: APIRoute<{ embed: Embeddable; download: Download }> = ({ props: { embed, download } }) =>
  new Response(download.content(embed), { headers: { "content-type": download.type } });
