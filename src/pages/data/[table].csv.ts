import type { APIRoute } from "astro";
import { tables } from "../../content.ts";
import { tableCsv } from "../../data/files.ts";
import type { Table } from "../../data/table.ts";

export const getStaticPaths = () =>
  tables.map((table) => ({ params: { table: table.name }, props: { table } }));

export const GET: APIRoute<{ table: Table }> = ({ props }) =>
  new Response(tableCsv(props.table), { headers: { "content-type": "text/csv; charset=utf-8" } });
