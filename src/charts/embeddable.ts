import type { Topic } from "../site.ts";
import type { Drawing, KeyEntry, Layout } from "./lib/drawing.ts";
import type { Chart } from "./read-charts.ts";
import type { Table } from "./view.ts";

/** What can stand in other people's pages and leave the site as a file: a chart or a clause. */
export interface Embeddable {
  what: "chart" | "clause";
  /** Its place below `/embed/` and `/oembed/`: `<chart>` or `clause/<clause>`. */
  id: string;
  /** Path of the page that shows it, perhaps with an anchor. */
  path: string;
  /** Path of its files without what tells them apart: `/charts/<chart>`. */
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
export function embeddableChart({ id, view, title, subtitle, hint, notes, topic }: Chart): Embeddable {
  const { description, table, sources, draw, key } = view;
  const files = `/charts/${id}`;
  const words = { title, subtitle, hint, notes, topic, description, table, sources };
  return { what: "chart", id, path: `${files}/`, files, ...words, draw, key: () => key };
}
