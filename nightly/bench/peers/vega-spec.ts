import type { TopLevelSpec } from "vega-lite";
import type { Point } from "../lines-data.ts";

/** The chart as a Vega-Lite specification. */
export function vegaSpec(points: readonly Point[]): TopLevelSpec {
  return {
    width: 640,
    height: 380,
    data: { values: [...points] },
    mark: "line",
    encoding: {
      x: { field: "year", type: "quantitative", scale: { zero: false }, axis: { format: "d" } },
      y: { field: "value", type: "quantitative" },
      color: { field: "name", type: "nominal" },
    },
  };
}
