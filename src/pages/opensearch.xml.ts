import type { APIRoute } from "astro";
import { openSearch } from "../search/open-search.ts";
import { absolute } from "../site.ts";

export const GET: APIRoute = () =>
  new Response(openSearch(absolute("/search/"), absolute("/favicon.svg")), {
    headers: { "content-type": "application/opensearchdescription+xml" },
  });
