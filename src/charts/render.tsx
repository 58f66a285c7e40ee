import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Drawing, Hit, Layout } from "./drawing.ts";

/** What a drawing is called and what it shows, for assistive technology and for files that stand alone. */
export interface Caption {
  id: string;
  title: string;
  description: string;
}

/**
 * A drawing for an HTML page: one named image whose inside is hidden from assistive technology, and over it a layer of
 * links for the mouse (the table is the keyboard's way). Returns HTML.
 */
export function renderInline(drawing: Drawing, layout: Layout, caption: Caption, tooltips = true): string {
  const id = `${caption.id}-${layout.name}`;
  return renderToString(
    <div class={`drawing drawing--${layout.name}`}>
      <svg class="chart" viewBox={`0 0 ${drawing.width} ${drawing.height}`} width={drawing.width} height={drawing.height} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{caption.title}</title>
        <g aria-hidden="true">{drawing.body}</g>
      </svg>
      <svg class="hits" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true" focusable="false">
        {drawing.hits.map((hit) => renderHit(hit, tooltips))}
      </svg>
    </div>,
  );
}

function renderHit(hit: Hit, tooltips: boolean): VNode {
  const area = (
    <rect x={hit.x} y={hit.y} width={hit.width} height={hit.height}>
      {tooltips && <title>{hit.label}</title>}
    </rect>
  );
  return hit.href ? (
    <a href={hit.href} tabindex={-1}>
      {area}
    </a>
  ) : (
    area
  );
}

/** Space around the drawing and the lines of text in a file that stands alone, px. */
const MARGIN = 24;

/**
 * A drawing as an SVG file of its own: XML with its own style (both schemes), title, subtitle, key and source line.
 * `style` is the CSS of tokens and charts. Returns XML.
 */
export function renderStandalone(drawing: Drawing, caption: Caption, texts: { titleLines: string[]; subtitleLines: string[]; sourceLines: string[] }, key: VNode, keyHeight: number, style: string): string {
  const { titleLines, subtitleLines, sourceLines } = texts;
  const titleBottom = MARGIN + titleLines.length * 28;
  const subtitleBottom = titleBottom + 4 + subtitleLines.length * 20;
  const drawingTop = subtitleBottom + 12 + keyHeight;
  const sourceTop = drawingTop + drawing.height + 14;
  const width = drawing.width + 2 * MARGIN;
  const height = sourceTop + sourceLines.length * 18 + MARGIN - 6;
  const body = renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby="title desc">
      <title id="title">{caption.title}</title>
      <desc id="desc">{caption.description}</desc>
      <style>{style}</style>
      <rect class="paper" width={width} height={height} />
      <g transform={`translate(${MARGIN} 0)`}>
        {titleLines.map((line, i) => (
          <text class="title" x={0} y={MARGIN + 20 + i * 28}>
            {line}
          </text>
        ))}
        {subtitleLines.map((line, i) => (
          <text class="second" x={0} y={titleBottom + 16 + i * 20}>
            {line}
          </text>
        ))}
        <g transform={`translate(0 ${subtitleBottom + 8})`}>{key}</g>
        <g transform={`translate(0 ${drawingTop})`}>{drawing.body}</g>
        {sourceLines.map((line, i) => (
          <text class="second small" x={0} y={sourceTop + 14 + i * 18}>
            {line}
          </text>
        ))}
      </g>
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
}
