import type { APIRoute } from "astro";
import { type Table, tableJson } from "../../files/tables.ts";

export { getStaticPaths } from "./[table].csv.ts";

export const GET: APIRoute<Table> = ({ props }) => new Response(tableJson(props));
