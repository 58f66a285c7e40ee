import type { Drawing, Layout } from "../charts/chart.ts";
import { breakEvenly, breakText, LINE, metricsOf, write } from "../charts/lib/text.tsx";
import { toMarkup } from "../markup.ts";

/**
 * One image with one label, hidden inside from assistive technology, under links with tooltips for the mouse; keyboard
 * users have the table. An embed has links alone, which open another page.
 */
export function renderInline(
  drawing: Drawing,
  layout: Layout,
  { id, title }: { id: string; title: string },
  isEmbed = false,
): string {
  // Ids must be unique among the drawings of a page, and no id of content.
  const prefix = `${id}_${layout.name}_`;
  const { width, height, hitAreas, body } = drawing;
  return toMarkup(
    <div class={`drawing drawing--${layout.name}`}>
      <svg {...imageOf(drawing, `${prefix}title`)}>
        <title id="title">{title}</title>
        <g aria-hidden="true">{body}</g>
      </svg>
      <svg class="hits" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {hitAreas.map(({ label, href, ...box }) => {
          const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
          const area = (
            <rect x={x} y={y} width={width} height={height}>
              {!isEmbed && <title>{label}</title>}
            </rect>
          );
          if (!href) return !isEmbed && area;
          return (
            <a href={href} target={isEmbed ? "_blank" : undefined} tabindex={-1}>
              {area}
            </a>
          );
        })}
      </svg>
    </div>,
    prefix,
  );
}

function imageOf({ width, height }: Drawing, labels: string) {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return { class: "chart", ...size, role: "img", "aria-labelledby": labels } as const;
}

export function frameDrawing(
  drawing: Drawing,
  texts: { title: string; subtitle: string },
  margin: number,
  sourceLine: string,
  titleClass: "title" | "head" = "title",
): Drawing {
  const { width } = drawing;
  const { size, step } = metricsOf(titleClass);
  const titleLines = breakEvenly(texts.title, width, titleClass);
  const subtitleLines = breakText(texts.subtitle, width);
  const sourceLines = breakText(sourceLine, width);
  const titleBottom = margin + titleLines.length * step;
  const subtitleBottom = titleBottom + 2 + subtitleLines.length * LINE;
  const top = subtitleBottom + (subtitleLines.length > 0 ? 14 : 6);
  const sourceTop = top + drawing.height + 12;
  return {
    width: width + 2 * margin,
    height: sourceTop + sourceLines.length * LINE + margin - 6,
    hitAreas: drawing.hitAreas.map((hit) => ({ ...hit, x: hit.x + margin, y: hit.y + top })),
    body: (
      <g transform={`translate(${margin} 0)`}>
        {write(titleLines, 0, margin + size * 0.8, titleClass)}
        {write(subtitleLines, 0, titleBottom + 15, "second")}
        <g transform={`translate(0 ${top})`}>{drawing.body}</g>
        {write(sourceLines, 0, sourceTop + 14, "second")}
      </g>
    ),
  };
}

/** `style` is CSS of both schemes. */
export function renderStandalone(
  drawing: Drawing,
  caption: { title: string; description: string },
  style: string,
): string {
  const { width, height } = drawing;
  const svg = toMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" {...imageOf(drawing, "title desc")}>
      <title id="title">{caption.title}</title>
      <desc id="desc">{caption.description}</desc>
      <style>{style}</style>
      <rect class="paper" width={width} height={height} />
      {drawing.body}
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
