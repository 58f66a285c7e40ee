import type { APIRoute } from "astro";
import { tables } from "../../content.ts";
import { tableJson } from "../../data/files.ts";
import type { Table } from "../../data/table.ts";

export const getStaticPaths = () =>
  tables.map((table) => ({ params: { table: table.name }, props: { table } }));

export const GET: APIRoute<{ table: Table }> = ({ props }) =>
  new Response(tableJson(props.table), { headers: { "content-type": "application/json" } });
