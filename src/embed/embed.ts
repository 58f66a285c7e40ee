import { transformSync } from "esbuild";
import { type Drawing, type Embeddable, LAYOUTS, WIDE_MAX_PX } from "../charts/chart.ts";
import { frameDrawing, renderInline } from "../files/render-drawing.tsx";
import { escapeMarkup } from "../escape.ts";
import { type PictureLayout, pictureSize } from "../files/pictures.ts";
import { chartStyle, FALLBACK_FACES, FONT_FAMILIES } from "../styles/chart-style.ts";
import { sourceOf } from "../meta/head.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { findCoverageEnd, sourcesLine } from "../ledger/sources.ts";
import { getOrInsert, nth } from "../expect-defined.ts";
import { absoluteUrl } from "../routes.ts";
import { coverageText, getLicenceName, getSite } from "../site.ts";
import { COMPILED_FOR, compileCss } from "../styles/compile-css.ts";
import {
  CREDIT_LINE_PX,
  EMBED_MARGIN_PX,
  type EmbedFacts,
  FRAME_NARROW_MAX_PX,
  FRAME_WIDE_FROM_PX,
} from "./codes.ts";
import draftChart from "./draft-chart.js?raw";
import frameScript from "./frame-script.js?raw";

const drawings = new Map<string, Drawing>();

function embedDrawing(ledger: Ledger, embed: Embeddable, layout: PictureLayout) {
  return getOrInsert(drawings, `${embed.id} ${layout}`, () => {
    const { what, title, name = title, subtitle, hint } = embed;
    const covers = coverageText(findCoverageEnd(ledger));
    return frameDrawing(
      embed.draw(LAYOUTS[layout]),
      { ...embed, title: name, subtitle: what === "chart" ? "" : [subtitle, hint].filter(Boolean).join(" ") },
      EMBED_MARGIN_PX,
      [covers && `${covers}.`, sourcesLine(ledger, embed.sources)].filter(Boolean).join(" "),
      "head",
    );
  });
}

export function embedFacts(ledger: Ledger, embed: Embeddable): EmbedFacts {
  const { what, id, title, name = title, description } = embed;
  const ratio = (layout: PictureLayout) => {
    const { width, height } = embedDrawing(ledger, embed, layout);
    return Math.round((height / width) * 1e4) / 1e4;
  };
  return {
    what,
    id,
    title: name,
    description,
    root: absoluteUrl("/"),
    page: absoluteUrl(embed.path),
    files: absoluteUrl(embed.files),
    ratios: { narrow: ratio("narrow"), wide: ratio("wide") },
    pictures: { narrow: pictureSize(ledger, embed, "narrow"), wide: pictureSize(ledger, embed, "wide") },
    site: getSite().name,
    licence: { name: getLicenceName(), url: getSite().licence.url },
  };
}

/** Padding that aligns the line below a drawing with the drawing, in per cent of its width. */
const padOf = (name: PictureLayout) => (100 * EMBED_MARGIN_PX) / (LAYOUTS[name].width + 2 * EMBED_MARGIN_PX);

// Declares one colour scheme at a time. If the host chose the colours, the background is the host’s, with a
// hairline that takes no room; if they follow the reader, the frame paints its own, because the host may not
// follow the reader.
const STYLE = `${chartStyle()}${FALLBACK_FACES}${FONT_FAMILIES}
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{color-scheme:dark}}
:root:target{color-scheme:dark}
:root:has(body:target){color-scheme:light}
:root:target,:root:has(body:target){--ground:transparent}
html{position:relative;min-height:100%;background:var(--ground,var(--paper));color:var(--ink);font:400 14px/1.4 var(--sans);-webkit-text-size-adjust:none;text-size-adjust:none}
html::after{content:"";position:absolute;inset:0;border:1px solid var(--rule);pointer-events:none}
body{margin:0}
main{max-width:${WIDE_MAX_PX}px;margin:auto}
.drawing{position:relative}
.drawing svg{display:block;width:100%;height:auto}
.drawing--narrow{max-width:${FRAME_NARROW_MAX_PX}px;margin:auto}
.drawing--wide{display:none}
.drawing .hits{position:absolute;inset:0}
.hits rect{fill:transparent}
.credit{box-sizing:border-box;max-width:${FRAME_NARROW_MAX_PX}px;margin:auto;padding:0 min(${padOf("narrow")}%,${(padOf("narrow") * FRAME_NARROW_MAX_PX) / 100}px);height:${CREDIT_LINE_PX - 1}px;line-height:${CREDIT_LINE_PX - 8}px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ink-2)}
.credit a{color:inherit}
.description{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
@media(min-width:${FRAME_WIDE_FROM_PX}px){
.drawing--narrow{display:none}.drawing--wide{display:block}
.credit{max-width:none;padding:0 ${padOf("wide")}%}}`;

/**
 * No further requests (its policy forbids them), no storage. The fragment, `#light` or `#dark`, chooses the colours
 * without script.
 */
export function embedPage(ledger: Ledger, embed: Embeddable): string {
  const description = escapeMarkup(embed.description);
  const title = escapeMarkup(embed.title);
  const page = escapeMarkup(absoluteUrl(embed.path));
  const drawings = (["narrow", "wide"] as const).map((name) => {
    const caption = { id: embed.id.replaceAll("/", "-"), title: embed.title };
    return renderInline(embedDrawing(ledger, embed, name), LAYOUTS[name], caption, true);
  });
  const style = compileCss(STYLE);
  const script = compileScript(frameScript);
  const policy = `default-src 'none';img-src data:;style-src ${sourceOf(style)};script-src ${sourceOf(script)}`;
  // Systems without oEmbed of this site, such as Ghost, make a card of a pasted address.
  return (
    `<!doctype html><html lang="en" id="dark"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width"><meta name="responsive-embedded-sizing" content="allow-origins=*">` +
    `<meta name="robots" content="noindex"><base href="${escapeMarkup(new URL(absoluteUrl("/")).origin)}/"><title>${title}</title>` +
    `<link rel="icon" href="data:,"><link rel="canonical" href="${nth(page.split("#"), 0)}">` +
    `<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(absoluteUrl(`/oembed/${embed.id}.json`))}">` +
    `<meta property="og:site_name" content="${escapeMarkup(getSite().name)}"><meta property="og:description" content="${description}">` +
    `<meta property="og:image" content="${escapeMarkup(absoluteUrl(embed.files))}.png">` +
    `<style>${style}</style><script>${script}</script></head><body id="light"><main>` +
    `<h1 class="description">${title}</h1>${drawings.join("")}<p class="description">${description}</p>` +
    `<p class="credit"><a href="${page}" target="_blank">${escapeMarkup(getSite().name)}: sources and data</a></p></main></body></html>`
  );
}

function compileScript(script: string) {
  return transformSync(script, { minify: true, format: "iife", target: COMPILED_FOR }).code;
}

export function embedScript(): string {
  return compileScript(draftChart);
}
