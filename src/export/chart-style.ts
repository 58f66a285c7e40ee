import type { Topic } from "../site.ts";
import chartCss from "../styles/chart.css?raw";
import tokensCss from "../styles/tokens.css?raw";

/** CSS of drawings, in both schemes, with the colour that stands for a topic. */
export function chartStyle(topic?: Topic): string {
  return `${tokensCss}${chartCss}:root{--accent:var(--${topic ?? "ink-2"})}`;
}
