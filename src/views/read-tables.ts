import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ChartSpec, tableSpec } from "./spec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ContentError, type Problem } from "../ledger/problem.ts";
import { type ChartFile, readChartFile } from "./chart-file.ts";
import { fillChart } from "./filled-chart.ts";
import { tableViews } from "./registry.ts";
import type { TableView } from "./view.ts";

/** A table of a text: its words from the YAML, its rows from the ledger. Nothing of it is drawn. */
export interface TextTable extends Pick<ChartSpec, "topic" | "notes"> {
  id: string;
  title: string;
  subtitle: string;
  view: TableView;
}

/** The files of `content/tables/`, each judged alone. */
export function readTableFiles(directory: string): ChartFile[] {
  return readdirSync(directory).map((name) => readChartFile(join(directory, name), tableSpec));
}

/** Every table of `directory`. Throws a ContentError that names file, line and reason for each that cannot be filled. */
export function readTables(directory: string, ledger: Ledger): TextTable[] {
  const problems: Problem[] = [];
  const tables = readTableFiles(directory).flatMap((file) => {
    const { chart, problems: unfilled } = fillChart(file, ledger, tableViews);
    problems.push(...file.problems, ...unfilled);
    return file.spec && chart
      ? [{ id: file.id, topic: file.spec.topic, notes: file.spec.notes, ...chart }]
      : [];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return tables;
}
