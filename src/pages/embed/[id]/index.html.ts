import type { APIRoute } from "astro";
import { charts } from "../../../content.ts";
import { embedPage } from "../../../embed/page.ts";
import type { Chart } from "../../../views/read-charts.ts";

export const getStaticPaths = () => charts.map((chart) => ({ params: { id: chart.id }, props: { chart } }));

export const GET: APIRoute<{ chart: Chart }> = ({ props }) =>
  new Response(embedPage(props.chart), { headers: { "content-type": "text/html; charset=utf-8" } });
