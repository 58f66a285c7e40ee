import type { ScaleLinear } from "d3";
import type { VNode } from "preact";
import { px, TEXT_SIZE } from "./drawing.ts";
import { textWidth } from "./text-width.ts";

/**
 * Horizontal value axis: labelled hairlines over the height of the plot. `format` writes the tick labels. There are
 * about as many as `ticks`, fewer where their labels would touch.
 */
export function ValueAxis(props: {
  scale: ScaleLinear<number, number>;
  top: number;
  bottom: number;
  ticks: number;
  format: (value: number) => string;
}): VNode {
  const { scale, top, bottom, ticks, format } = props;
  const width = (value: number) => textWidth(format(value), TEXT_SIZE);
  const touch = (values: number[]) =>
    values.some((value, i) => i > 0 && scale(value) - scale(values[i - 1]!) < (width(value) + width(values[i - 1]!)) / 2 + 8);
  let values = scale.ticks(ticks);
  for (let fewer = ticks - 1; fewer > 0 && touch(values); fewer--) values = scale.ticks(fewer);
  return (
    <g>
      {values.map((value) => (
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
