import { sum } from "d3";
import type { ComponentChildren, VNode } from "preact";
import { type Drawing, type HitArea, type Layout, roundPx } from "../chart.ts";
import { nth, expectDefined } from "../../expect-defined.ts";
import { breakText, LINE, textLines, widest, widthOf } from "./text.tsx";

const BOX = "M-5.5 -5.5h11v11h-11z";
const BLOCK = "M-6 -6h12v12h-12z";
const BRACKETS = "M-3 -6H-6.5V6H-3M3 -6H6.5V6H3";
const DISC = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
const JET = "M0 -7L1.3 -3.6V-1.4L6 3V4.6L1.4 3.4V5L2.6 6.5H-2.6L-1.4 5V3.4L-6 4.6V3L-1.3 -1.4V-3.6z";
const STRUCK = "M-5.5 -5h11v10h-11z";

/**
 * Paths by class, 16 × 16 px around the origin. Treaty notation: solid = stated, half = softened, brackets =
 * left open, plus = added, struck box = removed, dot = nothing reported; hollow or dashed = no published
 * text. Certainty: filled = confirmed, hollow = reported, dashed = alleged, crossed = disputed; small ring =
 * not confirmed. Colour only repeats the shape.
 */
const GLYPHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stated: { "fill-ink": BLOCK },
  softened: { "fill-mark": "M-5.5 -5.5V5.5H5.5z", "line-ink": BOX },
  "softened-hollow": { "line-ink": `M-5.5 -5.5L5.5 5.5${BOX}` },
  open: { "line-open": BRACKETS },
  "open-hollow": { "line-open outline dashed": BRACKETS },
  added: { "line-added": "M-6.5 0H6.5M0 -6.5V6.5" },
  "added-hollow": { "line-added outline": "M-2 -6.5H2V-2H6.5V2H2V6.5H-2V2H-6.5V-2H-2z" },
  removed: { "line-ink": `${STRUCK}M-8 0H8` },
  "removed-hollow": { "line-ink outline dashed": STRUCK, "line-ink": "M-8 0H8" },
  hollow: { "line-ink outline dashed": BOX },
  none: { "fill-mark": "M-1.3 -1.3h2.6v2.6h-2.6z" },
  unknown: { "line-ink dashed": BOX },
  ordered: { "line-ink": BOX, "fill-ink": "M-.5 -.5h4v4h-4z" },
  "block-ink": { "tone-1": BLOCK },
  "block-mark": { "tone-2": BLOCK },
  "block-hatched": { "line-ink": "M-6 6L6 -6M-6 0L0 -6M0 6L6 0M-6 -4L-4 -6M4 6L6 4" },
  "block-level": { "line-ink": `${BLOCK}M-6 -2H6M-6 2H6` },
  "block-dashed": { "line-open dashed": BLOCK },
  "block-open": { "line-ink": BOX },
  "no-overlap": { "gap-line no-overlap": "M-8 0H-3M-3 -4V4M8 0H3M3 -4V4" },
  narrow: { "gap-line narrow": "M-8 0H-1.5M-1.5 -4V4M8 0H1.5M1.5 -4V4" },
  agreed: { "gap-line agreed": "M-8 0H8" },
  ring: { ring: ringAt(0, 0) },
  changed: { "line-ink": "M-6.5 0H6M1.5 -4.5L6 0L1.5 4.5" },
  gap: { "line-ink dashed": "M-8 0H8" },
  confirmed: { "fill-ink": DISC },
  reported: { "line-ink hollow": DISC },
  alleged: { "line-ink hollow dashed": DISC },
  disputed: { "line-ink hollow": DISC, "line-ink": "M-3.5 3.5L3.5 -3.5" },
  "jet-solid": { solid: JET },
  "jet-hollow": { "hollow fine": JET },
  "jet-dotted": { "dotted fine": JET },
  count: { "line-ink hollow": "M0 -6L6 0L0 6L-6 0z" },
};

export function ringAt(x: number, y: number): string {
  return `M${roundPx(x)} ${roundPx(y - 2.3)}a2.3 2.3 0 1 0 .1 0z`;
}

/** Hidden from screen readers: the words next to the icon say the same. */
export function GlyphIcon({ name }: { name: string }): VNode {
  return (
    <svg class="glyph" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
      {glyph(name)}
    </svg>
  );
}

export function glyph(name: string): VNode {
  const paths = Object.entries(expectDefined(GLYPHS[name], `glyph \`${name}\``));
  return (
    <>
      {paths.map(([className, path]) => (
        <path class={className} d={path} />
      ))}
    </>
  );
}

/** Also the name of the symbol, the same in every chart. */
export type Certainty = "confirmed" | "reported" | "alleged" | "disputed";

/** Symbols in a row, by group, with the size of each group. */
export function drawSymbolRow(
  groups: readonly { symbols: string[]; name?: string; detail?: string }[],
  { width, isNarrow }: Layout,
): { body: VNode[]; height: number } {
  const gap = isNarrow ? 14 : 30;
  const countOf = (symbols: string[]) => widthOf(String(symbols.length), "number");
  const widthsFor = (step: number) =>
    groups.map(({ symbols, name = "", detail = "" }) => {
      const beside = isNarrow
        ? 0
        : countOf(symbols) + 10 + Math.max(widest([name], "bold"), widest([detail]));
      return Math.max(symbols.length * step, name ? Math.max(beside, 78) : countOf(symbols) + 2);
    });
  let step = 50;
  while (step > 8 && sum(widthsFor(step)) + gap * (groups.length - 1) > width) step--;
  const scale = step < 18 ? ` scale(${roundPx(step / 18)})` : "";
  let [x, height] = [0, 66];
  const body = groups.map(({ symbols, name = "", detail = "" }, i) => {
    const groupWidth = nth(widthsFor(step), i);
    const left = x;
    x += groupWidth + gap;
    const [nameX, nameY] = isNarrow ? [left, 80] : [left + countOf(symbols) + 8, 46];
    const names = breakText(name, isNarrow ? groupWidth : width, "bold");
    const details = breakText(detail, isNarrow ? groupWidth : width);
    const detailY = nameY + names.length * LINE;
    if (name) height = Math.max(height, detailY + details.length * LINE + 6);
    return (
      <>
        {symbols.map((symbol, j) => (
          <g transform={`translate(${roundPx(left + step * j + Math.min(step, 18) / 2)} 9)${scale}`}>
            <use href={`#${symbol}`} />
          </g>
        ))}
        {lineAcross("rule-ink", 26, left + groupWidth, left)}
        {textLines([String(symbols.length)], left, 58, "number")}
        {textLines(names, nameX, nameY, "bold")}
        {textLines(details, nameX, detailY, "second")}
      </>
    );
  });
  return { body, height };
}

/** The renderer collects hit areas from the tree. */
export function TooltipArea(_: HitArea): null {
  return null;
}

export function LinkedMark({
  children,
  ...hit
}: Omit<HitArea, "x"> & { x?: number; children?: ComponentChildren }): VNode {
  return (
    <>
      <TooltipArea x={0} {...hit} />
      <g data-row="">{children}</g>
    </>
  );
}

export function lineAcross(className: "rule" | "hair" | "rule-ink", y: number, to: number, from = 0): VNode {
  return <path class={className} d={`M${roundPx(from)} ${roundPx(y)}H${roundPx(to)}`} />;
}

/**
 * Makes a drawing from JSX, and defines every symbol that it uses with `<use href="#name" x y>`.
 *
 * The JSX is a template, not an application: no hooks, keys or events, and `class` instead of `className`.
 * Components must be pure and cheap, because each runs twice: here, to find symbols and areas, and in `toMarkup`.
 * `toMarkup` rounds numbers in attributes; numbers in the text of a path are rounded with `roundPx`. A condition
 * is a boolean: `{count && …}` would print a 0.
 */
export function drawingOf(layout: Layout, height: number, content: VNode | VNode[]): Drawing {
  const symbols = new Set<string>();
  const hitAreas: HitArea[] = [];
  const collect = (node: ComponentChildren): void => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (typeof node !== "object" || node === null) return;
    const { type, props } = node as VNode<Record<string, unknown>>;
    if (type === "use") symbols.add(String(props.href).slice(1));
    if ((type as unknown) === TooltipArea) hitAreas.push(props as unknown as HitArea);
    collect(
      typeof type === "function" ? (type as (of: unknown) => ComponentChildren)(props) : props.children,
    );
  };
  collect(content);
  const body = (
    <g>
      {symbols.size > 0 && (
        <defs>
          {[...symbols].map((name) => (
            <g id={name}>{glyph(name)}</g>
          ))}
        </defs>
      )}
      {content}
    </g>
  );
  return { width: layout.width, height: Math.ceil(height), hitAreas, body };
}
