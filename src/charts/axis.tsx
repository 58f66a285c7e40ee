import type { ScaleLinear } from "d3";
import type { VNode } from "preact";
import { px } from "./drawing.ts";

/** Horizontal value axis: labelled hairlines over the height of the plot. `format` writes the tick labels. */
export function ValueAxis(props: { scale: ScaleLinear<number, number>; top: number; bottom: number; ticks: number; format: (value: number) => string }): VNode {
  const { scale, top, bottom, ticks, format } = props;
  return (
    <g>
      {scale.ticks(ticks).map((value) => (
        <g>
          <path class={value === 0 ? "rule" : "hair"} d={`M${px(scale(value))} ${top}V${bottom}`} />
          <text class="second middle" x={px(scale(value))} y={top - 7}>
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
