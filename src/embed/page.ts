import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";
import { LAYOUTS } from "../charts/drawing.ts";
import { renderInline } from "../charts/render.tsx";
import { absolute, SITE_NAME } from "../site.ts";
import type { Chart } from "../views/read-charts.ts";
import frameScript from "./frame-script.js?raw";
import { frameChart } from "./framed-chart.ts";
import { EMBED_MARGIN, FOOT, NARROW_MAX, WIDE_FROM, WIDE_MAX } from "./size.ts";
import { attribute } from "./snippets.ts";
import { minifyCss, minifyScript } from "./minify.ts";

const STYLE = `${tokensCss}${chartCss}
html{background:var(--paper);color:var(--ink);font:400 14px/1.4 var(--sans)}
body{margin:0;overflow:hidden}
.drawing{position:relative;margin:auto}
.drawing svg{display:block;width:100%;height:auto}
.drawing--wide{display:none;max-width:${WIDE_MAX}px}
.drawing--narrow{max-width:${NARROW_MAX}px}
.hits{position:absolute;inset:0}
.hits rect{fill:transparent}
.foot{margin:0 auto;padding:0 ${EMBED_MARGIN}px;height:${FOOT}px;line-height:${FOOT - 8}px;max-width:${NARROW_MAX}px;box-sizing:border-box;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ink-2)}
.foot a{color:inherit}
.description{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(min-width:${WIDE_FROM}px){.drawing--narrow{display:none}.drawing--wide{display:block}.foot{max-width:${WIDE_MAX}px}}`;

/**
 * The embed of a chart: one HTML document with everything in it. It asks for nothing else, stores nothing, and is right
 * without its script; the script only follows `?theme=` and tells the host page the height.
 */
export function embedPage(chart: Chart): string {
  const caption = { id: chart.id, title: chart.title, description: chart.view.description };
  const drawings = (["narrow", "wide"] as const).map((name) => {
    const drawing = frameChart(chart, name, EMBED_MARGIN, "");
    const hits = drawing.hits.filter((hit) => hit.href);
    return renderInline({ ...drawing, hits }, LAYOUTS[name], caption, false).replaceAll('<a href="', '<a target="_blank" href="');
  });
  const page = absolute(`/charts/${chart.id}/`);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="responsive-embedded-sizing" content="allow"><meta name="robots" content="noindex"><title>${attribute(chart.title)}</title><link rel="canonical" href="${attribute(page)}">` +
    `<base href="${attribute(new URL(page).origin)}/"><style>${minifyCss(`${STYLE}:root{--accent:var(--${chart.topic})}`)}</style><script>${minifyScript(frameScript)}</script></head><body>` +
    `<main><h1 class="description">${attribute(chart.title)}</h1>${drawings.join("")}<p class="description">${attribute(chart.view.description)}</p>` +
    `<p class="foot"><a href="${attribute(page)}" target="_blank">${SITE_NAME}: sources, notes and data</a></p></main></body></html>`
  );
}
