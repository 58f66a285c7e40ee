import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A point of a line: a year, a line's name, and its value. */
export interface Point {
  year: number;
  name: string;
  value: number;
}

/** The chart that every library draws: a score of seven countries over fourteen years. */
export const CHART = "corruption-index";

/** Folder of the built site. */
export const SITE = resolve(process.env.DIST_DIR ?? "dist");

/** The rows of the chart, as the site hands them out. Throws if the site has not been built. */
export function readPoints(): Point[] {
  const { columns, rows } = JSON.parse(readFileSync(`${SITE}/charts/${CHART}.json`, "utf8")) as {
    columns: { id: string; label: string }[];
    rows: Record<string, string | number | null>[];
  };
  const [year, ...lines] = columns;
  return rows.flatMap((row) =>
    lines.flatMap(({ id, label }) =>
      typeof row[id] === "number" ? [{ year: Number(row[year!.id]), name: label, value: row[id] }] : [],
    ),
  );
}
