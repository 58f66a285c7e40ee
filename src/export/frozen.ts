import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of a frozen copy, by ending, with their media types. */
export const FROZEN_TYPES = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
} as const;

/** A copy of a chart as it was on the ISO day of its version. */
export interface FrozenCopy {
  chart: string;
  date: string;
}

/** Where a file of a copy lies under the folder of copies, and under /frozen/. */
export function frozenFile({ chart, date }: FrozenCopy, type: string): string {
  return `${chart}/${date}.${type}`;
}

/** The copies in `directory`, by chart, the latest first; none without a directory. Throws an Error that names what a copy lacks, or a file of none. */
export function readFrozen(directory: string): FrozenCopy[] {
  if (!existsSync(directory)) return [];
  const types = Object.keys(FROZEN_TYPES);
  const charts = readdirSync(directory).sort();
  return charts.flatMap((chart) => {
    const fail = (name: string, what: string) => new Error(`${join(directory, chart, name)}: ${what}`);
    const names = readdirSync(join(directory, chart));
    const dates = [...new Set(names.map((name) => name.slice(0, 10)))].sort().reverse();
    const wanted = dates.flatMap((date) => types.map((type) => `${date}.${type}`));
    const odd = names.find((name) => !wanted.includes(name) || !/^\d{4}-\d{2}-\d{2}\./.test(name));
    if (odd) throw fail(odd, `expected <YYYY-MM-DD>.${types.join("|")}; mend: take it out`);
    const missing = wanted.find((name) => !names.includes(name));
    if (missing) throw fail(missing, "is missing; mend: bring it back from the history");
    return dates.map((date) => ({ chart, date }));
  });
}
