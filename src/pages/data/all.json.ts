import type { APIRoute } from "astro";
import { tables } from "../../content/content.ts";
import { tableJson } from "../../files/tables.ts";

// All tables in one file, each by its name.
export const GET: APIRoute = () =>
  new Response(`{${tables.map((table) => `"${table.name}": ${tableJson(table)}`).join(",")}}`);
