import type { VNode } from "preact";
import { px } from "../charts/lib/drawing.ts";

const WIDTH = 88;

/** A number as the length of a bar, beside the text that says it: filled where it is published, hollow where it is not. */
export function ValueBar({ share, published }: { share: number; published: boolean }): VNode {
  const width = px(Math.max(share, 0) * (WIDTH - 1));
  return (
    <svg
      class="value-bar"
      width={WIDTH}
      height={9}
      viewBox={`0 0 ${WIDTH} 9`}
      aria-hidden="true"
      focusable="false"
    >
      <path class="hair" d={`M${WIDTH - 0.5} 0V9`} />
      <rect class={published ? "fill-mark" : "line-ink"} x={0.5} y={1.5} width={width} height={6} />
    </svg>
  );
}
