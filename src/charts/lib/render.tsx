import { type ComponentChildren, Fragment, type VNode } from "preact";
import type { Drawing, Hit, Layout } from "./drawing.ts";
import { textLines } from "./text.tsx";

/**
 * JSX as text that is both HTML and XML: what a drawing needs, elements, text and function components, and no more; several
 * times as fast as a renderer for applications. Everything is escaped. `prefix` goes in front of every id and of every
 * reference to one. A group without attributes groups nothing: its content alone is written. Throws a TypeError for an
 * attribute that is neither text nor number.
 */
export function toMarkup(node: ComponentChildren, prefix = ""): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node !== "object") return escape(String(node));
  if (Array.isArray(node)) {
    let all = "";
    for (const child of node) all += toMarkup(child as ComponentChildren, prefix);
    return all;
  }
  const { type, props } = node as VNode<Record<string, unknown>>;
  const children = props.children as ComponentChildren;
  if (type === Fragment) return toMarkup(children, prefix);
  if (typeof type === "function")
    return toMarkup((type as (props: unknown) => ComponentChildren)(props), prefix);
  let attributes = "";
  for (const name in props) {
    const value = props[name];
    if (name === "children" || value === undefined || value === null || value === false) continue;
    if (typeof value === "object" || typeof value === "function")
      throw new TypeError(`<${type}> has an attribute \`${name}\` that is not text`);
    attributes += ` ${name}="${typeof value === "number" ? value : escape(prefix ? withPrefix(name, String(value), prefix) : String(value))}"`;
  }
  const content = toMarkup(children, prefix);
  return type === "g" && attributes === "" ? content : `<${type}${attributes}>${content}</${type}>`;
}

function withPrefix(name: string, value: string, prefix: string): string {
  if (name === "id") return prefix + value;
  if (name === "href") return value.startsWith("#") ? `#${prefix}${value.slice(1)}` : value;
  return value.startsWith("url(#") ? `url(#${prefix}${value.slice(5)}` : value;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign) : text;
}

/** What a drawing is called and what it shows, for assistive technology and for files that stand alone. */
export interface Caption {
  id: string;
  title: string;
  description: string;
}

/** How the areas over a drawing behave. */
export interface Links {
  /** Shows the label of an area on hover; true by default. */
  tooltips?: boolean;
  target?: "_blank";
}

/**
 * A drawing for an HTML page: one named image whose inside is hidden from assistive technology, and over it a layer of
 * links for the mouse (the table is the keyboard's way), opened in `target` if one is given. Returns HTML.
 */
export function renderInline(drawing: Drawing, layout: Layout, caption: Caption, links: Links = {}): string {
  // A page has several drawings, so ids inside them need a prefix.
  const prefix = `${caption.id}-${layout.name}-`;
  return toMarkup(
    <div class={`drawing drawing--${layout.name}`}>
      <svg {...imageOf(drawing, `${prefix}title`)}>
        <title id="title">{caption.title}</title>
        <g aria-hidden="true">{drawing.body}</g>
      </svg>
      <svg
        class="hits"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        aria-hidden="true"
        focusable="false"
      >
        {drawing.hits.map((hit) => renderHit(hit, links))}
      </svg>
    </div>,
    prefix,
  );
}

/** Attributes of a drawing's image, named by the elements `labels`. */
function imageOf({ width, height }: Drawing, labels: string) {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return { class: "chart", ...size, role: "img", "aria-labelledby": labels } as const;
}

/** A hit needs no more than whole pixels; its edges are rounded, so that neighbours still touch. */
function renderHit(hit: Hit, { tooltips = true, target }: Links): VNode {
  const [x, y] = [Math.round(hit.x), Math.round(hit.y)];
  const area = (
    <rect x={x} y={y} width={Math.round(hit.x + hit.width) - x} height={Math.round(hit.y + hit.height) - y}>
      {tooltips && <title>{hit.label}</title>}
    </rect>
  );
  return hit.href ? (
    <a href={hit.href} target={target} tabindex={-1}>
      {area}
    </a>
  ) : (
    area
  );
}

/** Text around a drawing where no page does it: each line already broken to fit. */
export interface Frame {
  titleLines: string[];
  subtitleLines: string[];
  sourceLines: string[];
  key: VNode;
  keyHeight: number;
  /** Space on all sides, px. */
  margin: number;
}

/** A drawing with title, subtitle, key and source line around it. Links move along. */
export function frameDrawing(drawing: Drawing, frame: Frame): Drawing {
  const { titleLines, subtitleLines, sourceLines, key, keyHeight, margin } = frame;
  const titleBottom = margin + titleLines.length * 27;
  const subtitleBottom = titleBottom + 2 + subtitleLines.length * 19;
  const top = subtitleBottom + 14 + keyHeight;
  const sourceTop = top + drawing.height + 12;
  return {
    width: drawing.width + 2 * margin,
    height: sourceTop + sourceLines.length * 18 + (sourceLines.length > 0 ? margin - 6 : 0),
    hits: drawing.hits.map((hit) => ({ ...hit, x: hit.x + margin, y: hit.y + top })),
    body: (
      <g transform={`translate(${margin} 0)`}>
        {textLines(titleLines, 0, margin + 18, "title", 27)}
        {textLines(subtitleLines, 0, titleBottom + 15, "second", 19)}
        <g transform={`translate(0 ${subtitleBottom + 8})`}>{key}</g>
        <g transform={`translate(0 ${top})`}>{drawing.body}</g>
        {textLines(sourceLines, 0, sourceTop + 14, "second", 18)}
      </g>
    ),
  };
}

/** A framed drawing as an SVG file of its own: XML with its own `style` (CSS of both schemes) on its own paper. */
export function renderStandalone(drawing: Drawing, caption: Caption, style: string): string {
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
