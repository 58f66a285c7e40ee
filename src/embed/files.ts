import { renderStandalone } from "../charts/render.tsx";
import { ledger } from "../content.ts";
import { toCsv } from "../data/csv.ts";
import { listOf } from "../i18n/numbers.ts";
import { get } from "../ledger/lookup.ts";
import { originOf, receipts } from "../ledger/receipts.ts";
import { absolute, SITE_NAME } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import type { Chart } from "../views/read-charts.ts";
import { cellText } from "../views/view.ts";
import { frameChart } from "./framed-chart.ts";
import { minifyCss } from "./minify.ts";

/** Terms under which charts and data may be used again. */
const LICENCE = "CC BY 4.0; sources keep their own terms";

/** "AP, Axios and 12 others": whose work stands behind a chart. */
function originsLine(chart: Chart): string {
  const origins = [...new Set(receipts(ledger, chart.view.sources).map(originOf))];
  return origins.length <= 3 ? listOf(origins) : `${origins.slice(0, 3).join(", ")} and ${origins.length - 3} others`;
}

/** The chart as an SVG file, 768 px wide, with its own style for light and dark. */
export function chartSvg(chart: Chart): string {
  const drawing = frameChart(
    chart,
    "wide",
    24,
    `Sources: ${originsLine(chart)}. ${SITE_NAME}, ${absolute(`/charts/${chart.id}/`)}. ${LICENCE}.`,
  );
  return renderStandalone(
    drawing,
    { id: chart.id, title: chart.title, description: chart.view.description },
    minifyCss(`${tokensCss}${chartCss}:root{--accent:var(--${chart.topic})}`),
  );
}

/** The chart's table as CSV; comment lines (#) name title, page, sources and licence. */
export function chartCsv(chart: Chart): string {
  const { columns, rows } = chart.view.table;
  const urls = receipts(ledger, chart.view.sources).map((source) => source.url);
  const comments = [
    `# ${chart.title}`,
    `# ${absolute(`/charts/${chart.id}/`)}`,
    `# Sources (${urls.length} pages): ${originsLine(chart)}; each with its address in the JSON file`,
    `# Licence: ${LICENCE}`,
  ];
  return `${comments.join("\r\n")}\r\n${toCsv([columns.map((column) => column.id), ...rows.map((row) => row.map((cell) => (typeof cell === "number" || cell === null ? cell : cellText(cell))))])}`;
}

/** The chart's table as JSON: an object of title, description, columns, rows, sources and licence. */
export function chartJson(chart: Chart): string {
  const { table, description, sources } = chart.view;
  return JSON.stringify(
    {
      id: chart.id,
      title: chart.title,
      subtitle: chart.subtitle,
      description,
      notes: chart.notes,
      page: absolute(`/charts/${chart.id}/`),
      licence: LICENCE,
      columns: table.columns,
      rows: table.rows.map((row) =>
        Object.fromEntries(row.map((cell, i) => [table.columns[i]!.id, typeof cell === "object" ? (cell?.text ?? null) : cell])),
      ),
      sources: sources.map((id) => {
        const { publisher, title, url, published } = get(ledger, "sources", id);
        return { id, publisher, title, url, published };
      }),
    },
    null,
    1,
  );
}
