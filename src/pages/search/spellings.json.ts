import type { APIRoute } from "astro";
import { glossary, ledger } from "../../content.ts";
import { spellings } from "../../search/spellings.ts";

export const GET: APIRoute = () =>
  new Response(JSON.stringify(spellings(ledger, glossary)), { headers: { "content-type": "application/json" } });
