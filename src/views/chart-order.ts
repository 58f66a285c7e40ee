import { type Topic, TOPIC_NAMES, TOPICS } from "../site.ts";
import type { Chart } from "./read-charts.ts";

/** The charts of each topic that has some, in the order of the gallery. */
export function chartsByTopic(charts: readonly Chart[]): { topic: Topic; name: string; charts: Chart[] }[] {
  return TOPICS.map((topic) => ({
    topic,
    name: TOPIC_NAMES[topic],
    charts: charts.filter((chart) => chart.topic === topic),
  })).filter((group) => group.charts.length > 0);
}

/** The charts of the same topic that stand before and after `chart` in the gallery. */
export function neighboursOf(
  charts: readonly Chart[],
  chart: Chart,
): { previous: Chart | undefined; next: Chart | undefined } {
  const group = charts.filter((other) => other.topic === chart.topic);
  const at = group.indexOf(chart);
  return { previous: group[at - 1], next: group[at + 1] };
}
