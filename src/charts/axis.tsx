import type { ScaleLinear } from "d3";
import type { VNode } from "preact";
import { numberFormat } from "../i18n/numbers.ts";
import { px } from "./drawing.ts";
import { textLines, widthOf } from "./text-lines.tsx";
import { itemAt } from "../required.ts";

/**
 * Horizontal value axis: labelled hairlines over the height of the plot, numbers of one axis all with as many decimals.
 * There are about as many as `ticks`, fewer where their labels would touch; these stand above the plot, or below it at `foot`.
 */
export function ValueAxis(props: {
  scale: ScaleLinear<number, number>;
  top: number;
  bottom: number;
  ticks: number;
  foot?: boolean;
}): VNode {
  const { scale, top, bottom, ticks, foot } = props;
  const format = (value: number, values: readonly number[]) => {
    const decimals = Math.max(...values.map((other) => (String(other).split(".")[1] ?? "").length));
    return numberFormat({ minimumFractionDigits: value === 0 ? 0 : decimals }).format(value);
  };
  const touch = (values: number[]) => {
    const widths = values.map((value) => widthOf(format(value, values)));
    return values.some(
      (value, i) =>
        i > 0 &&
        scale(value) - scale(itemAt(values, i - 1)) < (itemAt(widths, i) + itemAt(widths, i - 1)) / 2 + 8,
    );
  };
  let values = scale.ticks(ticks);
  for (let fewer = ticks - 1; fewer > 0 && touch(values); fewer--) values = scale.ticks(fewer);
  return (
    <g>
      {values.map((value) => (
        <g>
          <path class={value === 0 ? "rule" : "hair"} d={`M${px(scale(value))} ${top}V${bottom}`} />
          {textLines([format(value, values)], scale(value), foot ? bottom + 17 : top - 7, "second middle")}
        </g>
      ))}
    </g>
  );
}
