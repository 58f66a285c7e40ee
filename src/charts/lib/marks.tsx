import type { ComponentChildren, VNode } from "preact";
import { type Drawing, type Hit, type Layout, px, type Row } from "./drawing.ts";
import { glyph } from "./glyphs.tsx";
import { breakText, LINE, textLines } from "./text.tsx";

/** An area of the drawing that stands for something: draws nothing, and is among the drawing's hits. */
export function HitArea(_: Hit): null {
  return null;
}

/** What is drawn of a row, in a group with its id, and the area that stands for it; `label` where that says more than the row. */
export function Mark({
  of,
  x = 0,
  label = of.says,
  children,
  ...area
}: Omit<Hit, "x" | "href" | "label"> & {
  of: Row;
  x?: number;
  label?: string;
  children?: ComponentChildren;
}): VNode {
  return (
    <>
      <HitArea {...area} x={x} label={label} href={of.href} />
      <g data-row={of.id}>{children}</g>
    </>
  );
}

/** A line across at `y`, px. */
export function lineAcross(look: "rule" | "hair" | "rule-ink", y: number, to: number, from = 0): VNode {
  return <path class={look} d={`M${px(from)} ${px(y)}H${px(to)}`} />;
}

/**
 * A drawing over the width of its layout. Its content places a sign by `<use href="#name" x y>`; each that it uses comes with
 * it, after definitions of its `own`. Hits are in the order of the content.
 */
export function drawingOf(layout: Layout, height: number, content: VNode, own: VNode[] = []): Drawing {
  const signs = new Set<string>();
  const hits: Hit[] = [];
  const note = (node: ComponentChildren): void => {
    if (Array.isArray(node)) return node.forEach(note);
    if (typeof node !== "object" || node === null) return;
    const { type, props } = node as VNode<Record<string, unknown>>;
    if (type === "use") signs.add(String(props.href).slice(1));
    if ((type as unknown) === HitArea) {
      const { x, y, width, height, ...says } = props as unknown as Hit;
      hits.push({ ...says, x: px(x), y: px(y), width: px(width), height: px(height) });
    }
    note(typeof type === "function" ? (type as (of: unknown) => ComponentChildren)(props) : props.children);
  };
  note(content);
  for (const { props } of own) signs.delete((props as unknown as { id: string }).id);
  const definitions = [...own, ...[...signs].map((name) => <g id={name}>{glyph(name)}</g>)];
  const body = (
    <g>
      {definitions.length > 0 && <defs>{definitions}</defs>}
      {content}
    </g>
  );
  return { width: layout.width, height, hits, body };
}

/** Heading of rows that belong together, under a rule from `y` on, and its height. */
export function groupHead(words: string, y: number, width: number): { head: VNode; height: number } {
  const lines = breakText(words, width - 10, "bold");
  return {
    height: lines.length * LINE + 15,
    head: (
      <g>
        <path class="rule" d={`M0 ${px(y)}H${width}`} />
        {textLines(lines, 0, y + 21, "bold accent")}
      </g>
    ),
  };
}
