import type { APIRoute } from "astro";
import { charts, glossary, ledger, retired } from "../../content.ts";
import { questionHeadings } from "../../explainers/question-headings.ts";
import { spellings } from "../../search/spellings.ts";

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(spellings(ledger, charts, retired, glossary, await questionHeadings())), {
    headers: { "content-type": "application/json" },
  });
