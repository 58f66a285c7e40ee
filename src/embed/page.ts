import { createHash } from "node:crypto";
import { LAYOUTS } from "../charts/drawing.ts";
import { renderInline } from "../charts/render.tsx";
import { absolute, SITE_NAME } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import { compileCss } from "../styles/compile-css.ts";
import tokensCss from "../styles/tokens.css?raw";
import type { Chart } from "../views/read-charts.ts";
import { compileScript } from "./compile-script.ts";
import { EMBED_MARGIN, embedDrawing } from "./embed-drawing.ts";
import frameScript from "./frame-script.js?raw";
import { FOOT, NARROW_MAX, WIDE_FROM, WIDE_MAX } from "./size.ts";
import { attribute } from "./snippets.ts";
import { FACES, FAMILIES } from "../export/typefaces.ts";

// The line below a drawing begins where the drawing does, which grows with the frame: per cent of its width.
const PAD_NARROW = Math.round((1e4 * EMBED_MARGIN) / (LAYOUTS.narrow.width + 2 * EMBED_MARGIN)) / 100;
const PAD_WIDE = Math.round((1e4 * EMBED_MARGIN) / (LAYOUTS.wide.width + 2 * EMBED_MARGIN)) / 100;

// One scheme at a time is declared, and the root paints its own paper: a host of the other scheme gets no opaque box.
const STYLE = `${tokensCss}${chartCss}${FACES}${FAMILIES}
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{color-scheme:dark}}
:root:target{color-scheme:dark}
:root:has(body:target){color-scheme:light}
html{background:var(--paper);color:var(--ink);font:400 14px/1.4 var(--sans);-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0}
.drawing{position:relative;margin:auto}
.drawing svg{display:block;width:100%;height:auto}
.drawing--wide{display:none;max-width:${WIDE_MAX}px}
.drawing--narrow{max-width:${NARROW_MAX}px}
.drawing .hits{position:absolute;inset:0}
.hits rect{fill:transparent}
.foot{margin:0 auto;padding:0 min(${PAD_NARROW}vw,${(NARROW_MAX * PAD_NARROW) / 100}px);height:${FOOT - 1}px;line-height:${FOOT - 8}px;max-width:${NARROW_MAX}px;box-sizing:border-box;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ink-2)}
.foot a{color:inherit}
.description{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
@media(min-width:${WIDE_FROM}px){.drawing--narrow{display:none}.drawing--wide{display:block}.foot{max-width:${WIDE_MAX}px;padding:0 min(${PAD_WIDE}vw,${(WIDE_MAX * PAD_WIDE) / 100}px)}}`;

/**
 * The embed of a chart: one HTML document with everything in it. It asks for nothing else, which its policy enforces,
 * stores nothing, and is right without its script; the script only follows `?theme=` and tells the host page the height.
 */
export function embedPage(chart: Chart): string {
  const caption = { id: chart.id, title: chart.title, description: chart.view.description };
  const drawings = (["narrow", "wide"] as const).map((name) => {
    const drawing = embedDrawing(chart, name);
    const hits = drawing.hits.filter((hit) => hit.href);
    return renderInline({ ...drawing, hits }, LAYOUTS[name], caption, false).replaceAll('<a href="', '<a target="_blank" href="');
  });
  const page = absolute(`/charts/${chart.id}/`);
  const style = compileCss(`${STYLE}:root{--accent:var(--${chart.topic})}`);
  const script = compileScript(frameScript);
  const policy = `default-src 'none';img-src data:;style-src '${hashOf(style)}';script-src '${hashOf(script)}'`;
  return (
    `<!doctype html><html lang="en" id="dark"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="responsive-embedded-sizing" content="allow-origins=*">` +
    `<meta name="robots" content="noindex"><title>${attribute(chart.title)}</title><link rel="icon" href="data:,"><link rel="canonical" href="${attribute(page)}">` +
    `<base href="${attribute(new URL(page).origin)}/"><style>${style}</style><script>${script}</script></head><body id="light">` +
    `<main><h1 class="description">${attribute(chart.title)}</h1>${drawings.join("")}<p class="description">${attribute(chart.view.description)}</p>` +
    `<p class="foot"><a href="${attribute(page)}" target="_blank">${SITE_NAME}: sources, notes and data</a></p></main></body></html>`
  );
}

/** A source expression of a content security policy for an inline style or script. */
function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
