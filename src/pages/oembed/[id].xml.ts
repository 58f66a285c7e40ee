import type { APIRoute } from "astro";
import { charts } from "../../content.ts";
import { oEmbed, oEmbedXml } from "../../embed/oembed.ts";
import { pictureSize } from "../../export/pictures.ts";
import { absolute } from "../../site.ts";
import type { Chart } from "../../views/read-charts.ts";

export const getStaticPaths = () => charts.map((chart) => ({ params: { id: chart.id }, props: { chart } }));

export const GET: APIRoute<{ chart: Chart }> = ({ props: { chart } }) =>
  new Response(oEmbedXml(oEmbed(chart, absolute("/"), pictureSize(chart))), { headers: { "content-type": "text/xml; charset=utf-8" } });
