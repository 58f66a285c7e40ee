import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../charts/drawing.ts";
import { kinds, type KindName } from "../charts/kinds.ts";
import type { ChartSpec } from "./spec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem } from "../ledger/problem.ts";
import { readChartFile } from "./chart-file.ts";
import { views } from "./registry.ts";
import type { View } from "./view.ts";

/** A chart ready to be drawn: its description from the YAML, its rows from the ledger. */
export interface Chart extends Omit<ChartSpec, "kind" | "view"> {
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
  const { id, file, spec: whole, problems: own } = readChartFile(path);
  const before = problems.length;
  problems.push(...own);
  if (!whole) return undefined;
  const { kind: kindName, view: viewName, ...spec } = whole;
  const fail = (key: string, wrong: string, expected: string, mend: string) =>
    void problems.push({ file: file.name, ...file.place([key]), wrong: `chart \`${id}\`: ${wrong}`, expected, mend });
  const makeView = Object.hasOwn(views, viewName) ? views[viewName] : undefined;
  if (!makeView)
    fail("view", `there is no view \`${viewName}\``, `one of ${Object.keys(views).join(", ")}`, "correct the name, or write the view");
  if (!Object.hasOwn(kinds, kindName))
    fail("kind", `there is no kind \`${kindName}\``, `one of ${Object.keys(kinds).join(", ")}`, "correct the name");
  if (!makeView || problems.length > before) return undefined;
  let view: View;
  try {
    view = makeView(ledger);
  } catch (error) {
    fail("view", `the view failed: ${(error as Error).message}`, "rows from the ledger", "add what it misses to the ledger");
    return undefined;
  }
  if (view.kind !== kindName) fail("kind", `the view \`${viewName}\` makes rows for \`${view.kind}\``, view.kind, "correct `kind`");
  const kind = kinds[kindName as KindName] as Kind<unknown>;
  for (const reason of view.kind === kindName ? kind.refuse(view.data) : [])
    fail("view", reason, "rows that the kind can draw", "correct the ledger rows behind it");
  const title = fill(spec.title, "title", view, fail);
  const subtitle = fill(spec.subtitle, "subtitle", view, fail);
  const hint = spec.hint && fill(spec.hint, "hint", view, fail);
  return problems.length > before ? undefined : { ...spec, id, title, subtitle, hint, kind, view };
}

function fill(
  text: string,
  key: keyof ChartSpec & string,
  view: View,
  fail: (key: string, wrong: string, expected: string, mend: string) => void,
): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(view.values, name) ? view.values[name] : undefined;
    if (value === undefined)
      fail(
        key,
        `\`${placeholder}\` has no value`,
        `one of ${Object.keys(view.values)
          .map((known) => `{${known}}`)
          .join(", ")}`,
        "correct the placeholder",
      );
    return value ?? "";
  });
}
