import type { APIRoute } from "astro";
import { charts } from "../../content.ts";
import { type Download, DOWNLOADS } from "../../export/files.ts";
import type { Chart } from "../../views/read-charts.ts";

export const getStaticPaths = () =>
  charts.flatMap((chart) =>
    DOWNLOADS.map((download) => {
      const name = chart.id + download.suffix;
      const dot = name.indexOf(".");
      return { params: { file: name.slice(0, dot), type: name.slice(dot + 1) }, props: { chart, download } };
    }),
  );

export const GET: APIRoute<{ chart: Chart; download: Download }> = ({ props: { chart, download } }) =>
  new Response(download.content(chart), { headers: { "content-type": download.type } });
