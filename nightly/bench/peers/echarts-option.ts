import type { Point } from "../lines-data.ts";

/** The chart for ECharts, in the browser and on a server. */
export function echartsOption(points: readonly Point[]) {
  const names = [...new Set(points.map((point) => point.name))];
  return {
    animation: false,
    grid: { right: 90 },
    xAxis: {
      type: "value" as const,
      min: "dataMin" as const,
      max: "dataMax" as const,
      axisLabel: { formatter: "{value}" },
    },
    yAxis: { type: "value" as const },
    series: names.map((name) => ({
      name,
      type: "line" as const,
      endLabel: { show: true, formatter: "{a}" },
      data: points.filter((point) => point.name === name).map((point) => [point.year, point.value]),
    })),
  };
}
