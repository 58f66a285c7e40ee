import { transformSync } from "esbuild";
import { LAYOUTS, WIDE_MAX_PX } from "../charts/lib/drawing.ts";
import { renderInline } from "../charts/lib/render.tsx";
import { escapeMarkup } from "../escape.ts";
import { slugOf } from "../files/citations.ts";
import { FALLBACK_FACES, FONT_FAMILIES } from "../files/pictures.ts";
import { sourceOf } from "../meta/csp.ts";
import { absolute } from "../routes.ts";
import { SITE_NAME, accentColour } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import { COMPILED_FOR, compileCss } from "../styles/compile-css.ts";
import tokensCss from "../styles/tokens.css?raw";
import type { Embeddable } from "../charts/view.ts";
import { itemAt } from "../required.ts";
import { EMBED_LAYOUTS, embedDrawing, type EmbedLayout } from "./embed.ts";
import draftChart from "./draft-chart.js?raw";
import frameScript from "./frame-script.js?raw";
import { EMBED_MARGIN_PX, FOOT_PX, FRAME_WIDE_FROM_PX, MESSAGE_HEIGHTS_PX } from "./size.ts";

/** Aligns the line below a drawing with the drawing: padding in per cent of the frame’s width. */
const padOf = (name: EmbedLayout) =>
  Math.round((1e4 * EMBED_MARGIN_PX) / (LAYOUTS[name].width + 2 * EMBED_MARGIN_PX)) / 100;

// Declares one colour scheme at a time. If the host chose the colours, the background is the host’s, with a
// hairline that takes no room; if they follow the reader, the frame paints its own, because the host may not
// follow the reader.
const STYLE = `${tokensCss}${chartCss}${FALLBACK_FACES}${FONT_FAMILIES}
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{color-scheme:dark}}
:root:target{color-scheme:dark}
:root:has(body:target){color-scheme:light}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
:root:target,:root:has(body:target),:root[data-theme]{--ground:transparent}
html{background:var(--ground,var(--paper));color:var(--ink);font:400 14px/1.4 var(--sans);-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0}
body::after{content:"";position:fixed;inset:0;border:1px solid var(--rule);pointer-events:none}
.drawing{position:relative;margin:auto}
.drawing svg{display:block;width:100%;height:auto}
.drawing--wide{display:none;max-width:${WIDE_MAX_PX}px}
.drawing .hits{position:absolute;inset:0}
.hits rect{fill:transparent}
.foot{margin:0 auto;padding:0 ${padOf("narrow")}vw;height:${FOOT_PX - 1}px;line-height:${FOOT_PX - 8}px;max-width:${WIDE_MAX_PX}px}
.foot{box-sizing:border-box;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ink-2)}
.foot a{color:inherit}
.description{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
@media(min-width:${FRAME_WIDE_FROM_PX}px){
.drawing--narrow{display:none}.drawing--wide{display:block}
.foot{padding:0 min(${padOf("wide")}vw,${(WIDE_MAX_PX * padOf("wide")) / 100}px)}}`;

/**
 * An embed as one HTML document without further requests (its policy forbids them) and without storage. It
 * works without its script, which follows `?theme=` and posts the height.
 */
export function embedPage(embed: Embeddable): string {
  const { id, title, description, topic } = embed;
  const caption = { id: slugOf(embed), title, description };
  const drawings = EMBED_LAYOUTS.map((name) => {
    const drawing = embedDrawing(embed, name);
    const hits = drawing.hits.filter((hit) => hit.href);
    return renderInline({ ...drawing, hits }, LAYOUTS[name], caption, { tooltips: false, target: "_blank" });
  });
  const page = absolute(embed.path);
  // Systems without oEmbed of this site, such as Ghost, make a card of a pasted address.
  const card = Object.entries({
    site_name: SITE_NAME,
    description,
    image: absolute(`${embed.files}.png`),
  }).map(([name, content]) => `<meta property="og:${name}" content="${escapeMarkup(content)}">`);
  const oembed = `<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(absolute(`/oembed/${id}.json`))}">`;
  return documentOf(
    title,
    compileCss(`${STYLE}:root{--accent:${accentColour(topic)}}`),
    `<link rel="canonical" href="${escapeMarkup(absolute(itemAt(embed.path.split("#"), 0)))}">${oembed}${card.join("")}`,
    `<h1 class="description">${escapeMarkup(title)}</h1>${drawings.join("")}<p class="description">${escapeMarkup(description)}</p>` +
      `<p class="foot"><a href="${escapeMarkup(page)}" target="_blank">${SITE_NAME}: sources and data</a></p>`,
    compileScript(frameScript, { MIN_HEIGHT: MESSAGE_HEIGHTS_PX[0] }),
  );
}

/** The frame of an unknown embed. It posts no height, so `<draft-chart>` shows its fallback. */
export function missingEmbed(): string {
  return documentOf(
    "Not here",
    compileCss(`${STYLE}main{padding:${EMBED_MARGIN_PX}px}`),
    "",
    `<h1 class="description">Not here</h1><p>This chart or clause is not here. Its address may be mistyped.</p>` +
      `<p><a href="${escapeMarkup(absolute("/"))}" target="_blank">${escapeMarkup(SITE_NAME)}</a></p>`,
  );
}

function documentOf(title: string, style: string, links: string, body: string, script = ""): string {
  const policy = `default-src 'none';img-src data:;style-src ${sourceOf(style)}${script && `;script-src ${sourceOf(script)}`}`;
  return (
    `<!doctype html><html lang="en" id="dark"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="responsive-embedded-sizing" content="allow-origins=*">` +
    `<meta name="robots" content="noindex"><base href="${escapeMarkup(new URL(absolute("/")).origin)}/"><title>${escapeMarkup(title)}</title>` +
    `<link rel="icon" href="data:,">${links}<style>${style}</style>${script && `<script>${script}</script>`}</head>` +
    `<body id="light"><main>${body}</main></body></html>`
  );
}

/** Minifies a script for the oldest supported browsers; `constants` replace undefined names. */
function compileScript(script: string, constants: Readonly<Record<string, unknown>>): string {
  const define = Object.fromEntries(
    Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return transformSync(script, { minify: true, format: "iife", target: COMPILED_FOR, define }).code;
}

/** `embed.js` of the site at `root`: the element `<draft-chart>`. */
export function embedScript(root: string): string {
  return compileScript(draftChart, { SITE: root, HEIGHTS: MESSAGE_HEIGHTS_PX });
}
