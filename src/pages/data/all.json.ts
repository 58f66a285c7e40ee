import type { APIRoute } from "astro";
import { tables } from "../../content/content.ts";
import { tablesJson } from "../../files/tables.ts";

// All tables in one file, each by its name.
export const GET: APIRoute = () => new Response(tablesJson(tables));
