import type { APIRoute } from "astro";
import { charts, glossary, ledger } from "../../content.ts";
import { spellings } from "../../search/spellings.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(spellings(ledger, charts, glossary)), { headers: { "content-type": "application/json" } });
