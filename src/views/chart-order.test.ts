import { expect, test } from "vitest";
import { chartsByTopic, neighboursOf } from "./chart-order.ts";
import type { Chart } from "./read-charts.ts";

const chart = (id: string, topic: Chart["topic"]) => ({ id, topic }) as Chart;
const [a, b, c, d] = [chart("a", "france"), chart("b", "plan"), chart("c", "france"), chart("d", "france")];
const all = [a, b, c, d];

test("charts stand by topic, in the order of the stories; a topic without any is left out", () => {
  expect(chartsByTopic(all)).toEqual([
    { topic: "plan", name: "The plan", charts: [b] },
    { topic: "france", name: "France", charts: [a, c, d] },
  ]);
});

test("neighbours are of the same topic, and the ends have one", () => {
  expect(neighboursOf(all, c)).toEqual({ previous: a, next: d });
  expect(neighboursOf(all, a)).toEqual({ previous: undefined, next: c });
  expect(neighboursOf(all, b)).toEqual({ previous: undefined, next: undefined });
});
