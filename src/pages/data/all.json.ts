import type { APIRoute } from "astro";
import { tables } from "../../content/content.ts";
import { tablesJson } from "../../files/tables.ts";

export const GET: APIRoute = () => new Response(tablesJson(tables));
