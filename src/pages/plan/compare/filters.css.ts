import type { APIRoute } from "astro";
import type { Change } from "../../../ledger/diff-drafts.ts";
import { compareFilterCss } from "../../../views/compare-filters.ts";
import { words } from "../../../words/words.ts";

// Of its own, not in src/styles: there is a rule for each change and for each pair of choices.
export const GET: APIRoute = () =>
  new Response(compareFilterCss(Object.keys(words.changes.names) as Change[]), {
    headers: { "content-type": "text/css; charset=utf-8" },
  });
