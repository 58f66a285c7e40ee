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
 * Every chart of `directory`, in its own order, those of one place by file name. Throws a ContentError that names file, line and reason for each
 * chart that cannot be drawn: bad YAML, unknown kind or view, a placeholder without a value, rows that the kind refuses.
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
  const { id, spec: whole } = chartFile;
  const before = problems.length;
  problems.push(...chartFile.problems);
  if (!whole) return undefined;
  const { kind: kindName, view: viewName, holds: _, options: __, ...spec } = whole;
  const fail = failIn(chartFile, problems);
  if (!Object.hasOwn(kinds, kindName))
    fail(
      "kind",
      `there is no kind \`${kindName}\``,
      `one of ${Object.keys(kinds).join(", ")}`,
      "correct the name",
    );
  const { chart, problems: unfilled } = fillChart(chartFile, ledger, views);
  problems.push(...unfilled);
  if (!chart || !Object.hasOwn(kinds, kindName)) return undefined;
  const { view } = chart;
  if (view.kind !== kindName)
    fail("kind", `the view \`${viewName}\` makes rows for \`${view.kind}\``, view.kind, "correct `kind`");
  const kind = kinds[kindName as KindName] as Kind<unknown>;
  for (const reason of view.kind === kindName ? kind.refuse(view.data) : [])
    fail("view", reason, "rows that the kind can draw", "correct the ledger rows behind it");
  return problems.length > before ? undefined : { ...spec, ...chart, id, kind };
}
