import type { APIRoute } from "astro";
import { charts, glossary, ledger, retired } from "../../content.ts";
import { searchRecords } from "../../search/records.ts";

/** Handed to the index by the build, which takes it out of the site. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(searchRecords(ledger, charts, retired, glossary)));
