import type { APIRoute } from "astro";
import { tables } from "../../content/content.ts";
import { type Table, tableCsv } from "../../files/tables.ts";

export const getStaticPaths = () => tables.map((table) => ({ params: { table: table.name }, props: table }));

export const GET: APIRoute<Table> = ({ props }) => new Response(tableCsv(props));
