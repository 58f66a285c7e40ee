import type { APIRoute } from "astro";
import { ledger } from "../../content.ts";
import { filterCounts, filterCss, timelineFilters } from "../../views/timeline-filters.ts";

// Of its own, not in src/styles: which rules there are depends on the stories and statuses that have events.
export const GET: APIRoute = () =>
  new Response(filterCss(timelineFilters(ledger), filterCounts(ledger)), {
    headers: { "content-type": "text/css; charset=utf-8" },
  });
