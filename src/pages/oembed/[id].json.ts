import type { APIRoute } from "astro";
import { charts } from "../../content.ts";
import { oEmbed } from "../../embed/oembed.ts";
import { pictureSize } from "../../export/pictures.ts";
import { absolute } from "../../site.ts";
import type { Chart } from "../../views/read-charts.ts";

export const getStaticPaths = () => charts.map((chart) => ({ params: { id: chart.id }, props: { chart } }));

export const GET: APIRoute<{ chart: Chart }> = ({ props: { chart } }) =>
  new Response(JSON.stringify(oEmbed(chart, absolute("/"), pictureSize(chart)), null, 1), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
