import type { ComponentChildren, VNode } from "preact";
import { type Drawing, type HitArea, type Layout, roundPx } from "../chart.ts";
import { expectDefined } from "../../expect-defined.ts";

/** Shapes that a drawing has many of, about 14 px wide around the origin. */
const SYMBOLS: Readonly<Record<string, string>> = {
  jet: "M0 -7L1.3 -3.6V-1.4L6 3V4.6L1.4 3.4V5L2.6 6.5H-2.6L-1.4 5V3.4L-6 4.6V3L-1.3 -1.4V-3.6z",
};

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
            <path id={name} d={expectDefined(SYMBOLS[name], `symbol \`${name}\``)} />
          ))}
        </defs>
      )}
      {content}
    </g>
  );
  return { width: layout.width, height: Math.ceil(height), hitAreas, body };
}
