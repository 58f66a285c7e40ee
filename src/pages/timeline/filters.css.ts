import type { APIRoute } from "astro";
import { ledger } from "../../content.ts";
import { filterCss, timelineFilters } from "../../views/timeline-filters.ts";

// Of its own, not in src/styles: which rules there are depends on the years that the ledger covers.
export const GET: APIRoute = () =>
  new Response(filterCss(timelineFilters(ledger)), { headers: { "content-type": "text/css; charset=utf-8" } });
