import type { APIRoute } from "astro";
import { charts } from "../../content.ts";
import { chartSvg } from "../../embed/files.ts";
import type { Chart } from "../../views/read-charts.ts";

export const getStaticPaths = () => charts.map((chart) => ({ params: { id: chart.id }, props: { chart } }));

export const GET: APIRoute<{ chart: Chart }> = ({ props }) =>
  new Response(chartSvg(props.chart), { headers: { "content-type": "image/svg+xml" } });
