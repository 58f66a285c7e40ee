import type { Drawing, KeyEntry, Layout } from "../charts/drawing.ts";
import type { Topic } from "../site.ts";
import type { Chart } from "./read-charts.ts";
import type { Table } from "./view.ts";

/** What can stand in other people's pages and leave the site as a file: a chart or a clause. */
export interface Embeddable {
  what: "chart" | "clause";
  /** Its place below `/embed/` and `/oembed/`: `<chart>` or `clause/<clause>`. */
  id: string;
  /** Path of the page that shows it, perhaps with an anchor. */
  path: string;
  /** Path of its files without what tells them apart: `/charts/army-cap`. */
  files: string;
  title: string;
  subtitle: string;
  /** How to use its marks, a sentence; said only where they are links. */
  hint?: string | undefined;
  /** One or two sentences for those who do not see it. */
  description: string;
  notes: readonly string[];
  topic: Topic;
  table: Table;
  sources: readonly string[];
  draw(layout: Layout): Drawing;
  /** Signs that the drawing uses, in reading order. */
  key(): KeyEntry[];
}

/** A chart as something to embed. */
export function embeddableChart(chart: Chart): Embeddable {
  const { id, kind, view, title, subtitle, hint, notes, topic } = chart;
  const { description, table, sources } = view;
  const files = `/charts/${id}`;
  const words = { title, subtitle, hint, notes, topic, description, table, sources };
  return {
    ...{ what: "chart", id, path: `${files}/`, files, ...words },
    draw: (layout) => kind.draw(view.data, layout),
    key: () => kind.key(view.data),
  };
}
