import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../charts/drawing.ts";
import { kinds, type KindName } from "../charts/kinds.ts";
import type { ChartSpec } from "./spec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem } from "../ledger/problem.ts";
import { failIn, readChartFile } from "./chart-file.ts";
import { fillChart } from "./filled-chart.ts";
import { views } from "./registry.ts";
import type { View } from "./view.ts";

/** A chart ready to be drawn: its description from the YAML, its rows from the ledger. */
export interface Chart extends Omit<ChartSpec, "kind" | "view" | "holds" | "options"> {
  id: string;
  kind: Kind<unknown>;
  view: View;
}

/**
 * Every chart of `directory`, in its own order, those of one place by file name. Throws a ContentError that names file, line
 * and reason for each chart that cannot be drawn.
 */
export function readCharts(directory: string, ledger: Ledger): Chart[] {
  const problems: Problem[] = [];
  const charts = readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => readChart(join(directory, name), ledger, problems) ?? []);
  if (problems.length > 0) throw new ContentError(problems);
  return charts.sort((a, b) => a.order - b.order);
}

function readChart(path: string, ledger: Ledger, problems: Problem[]): Chart | undefined {
  const chartFile = readChartFile(path);
  const { id, spec } = chartFile;
  const { chart, problems: unfilled } = fillChart(chartFile, ledger, views);
  const before = problems.length;
  problems.push(...chartFile.problems, ...unfilled);
  if (!spec) return undefined;
  const { kind: name, view: viewName, holds: _, options: __, ...words } = spec;
  const fail = failIn(chartFile, problems);
  const kind = Object.hasOwn(kinds, name) ? (kinds[name as KindName] as Kind<unknown>) : undefined;
  if (!kind) {
    const known = Object.keys(kinds).join(", ");
    fail("kind", `there is no kind \`${name}\``, `one of ${known}`, "correct the name");
  }
  if (!chart || !kind) return undefined;
  const { kind: made, data } = chart.view;
  if (made !== name)
    fail("kind", `the view \`${viewName}\` makes rows for \`${made}\``, made, "correct `kind`");
  for (const reason of made === name ? kind.refuse(data) : [])
    fail("view", reason, "rows that the kind can draw", "correct the ledger rows behind it");
  return problems.length > before ? undefined : { ...words, ...chart, id, kind };
}
