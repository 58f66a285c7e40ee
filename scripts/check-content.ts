import { readdirSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { checkTexts } from "../src/explainers/check.ts";
import { textKinds } from "../src/explainers/text-kinds.ts";
import { readChanges } from "../src/ledger/changes.ts";
import { id } from "../src/ledger/fields.ts";
import { readGlossary, type Term } from "../src/ledger/glossary.ts";
import { accusationProblems, accusedOf } from "../src/ledger/presumption.ts";
import { ContentError, formatProblem, type Problem, problemOf, sortProblems } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { countReceiptsOfAnswers } from "../src/ledger/receipts.ts";
import { unusedSources } from "../src/ledger/usage.ts";
import { readYamlFile } from "../src/ledger/yaml-file.ts";
import { isReserved } from "../src/routes.ts";
import { registerTsx } from "./register-tsx.ts";

registerTsx();
const { fillChart, readChartFiles } = await import("../src/charts/read-charts.ts");
const { chartSpec, tableSpec } = await import("../src/charts/spec.ts");
const { tableViews, views } = await import("../src/charts/views.ts");

/**
 * Every problem of the content in `directory`, by file and line, and what was looked at. A source that nothing uses is none
 * while it `mayBeUnused`: somebody is about to write what stands on it.
 */
export function inspectContent(
  directory: string,
  { mayBeUnused = false } = {},
): { problems: Problem[]; warnings: Problem[]; summary: string } {
  const { ledger, rows: placed, problems, warnings, isDoubtful } = inspectLedger(`${directory}/ledger`);
  const found = [...problems];
  const collect = <Result>(read: () => Result, otherwise: Result): Result => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      found.push(...error.problems);
      return otherwise;
    }
  };
  const explainers = `${directory}/explainers/en`;
  const charts = readChartFiles(`${directory}/charts`, chartSpec);
  const tables = readChartFiles(`${directory}/tables`, tableSpec);
  found.push(...[...charts, ...tables].flatMap(({ problems }) => problems));
  const accused = accusedOf(ledger);
  found.push(
    ...[
      ...charts.map(({ file }) => file),
      ...tables.map(({ file }) => file),
      readYamlFile(`${directory}/glossary.yaml`, `${directory}/glossary.yaml`),
    ].flatMap((file) => accusationProblems(file, accused)),
  );
  const chartIds = charts.map((chart) => chart.id);
  const glossary = collect<Term[] | undefined>(() => readGlossary(`${directory}/glossary.yaml`), undefined);
  const changes = collect(() => readChanges(`${directory}/changes.yaml`, ledger), undefined);
  // With a glossary that cannot be read, every term of a text would seem to be unknown.
  const kinds =
    glossary && textKinds({ ledger, glossary, chartIds, tableIds: tables.map(({ id }) => id), isDoubtful });
  const text = kinds && checkTexts(explainers, kinds.explainer);
  if (text) found.push(...text.problems, ...checkTexts(`${directory}/pages/en`, kinds.page).problems);
  const named = (component: string) =>
    new Set(
      (text?.mentions ?? []).flatMap((mention) => (mention.component === component ? mention.ids : [])),
    );
  let carried = "";
  // Charts, counts of receipts and what a source is used for need the whole ledger.
  if (problems.length === 0) {
    const { answers, carried: count, twoOrigins } = countReceiptsOfAnswers(ledger);
    carried =
      `; of ${answers} answers ${count} carry an official or original page, or a copy of an agency or newsroom of record` +
      `; ${twoOrigins} have two origins`;
    found.push(...charts.flatMap((chart) => fillChart(chart, ledger, views).problems));
    found.push(...tables.flatMap((table) => fillChart(table, ledger, tableViews).problems));
    if (!mayBeUnused && changes) {
      const elsewhere = [...named("Cite"), ...changes.flatMap((change) => change.sources ?? [])];
      found.push(...unusedSources(placed, ledger, new Set(elsewhere)));
    }
  }
  found.push(...wrongNames(explainers));
  const terms = (glossary ?? []).map(({ id }) => id).filter((id) => !named("Term").has(id));
  const unused = terms.length > 0 ? `; terms that no explainer uses: ${terms.join(", ")}` : "";
  const rows = Object.values(ledger).flat().length;
  return {
    problems: sortProblems(found),
    warnings: sortProblems(warnings),
    summary: `${rows} rows of the ledger${unused}${carried}`,
  };
}

/** Explainers whose name cannot be an address, or is the address of another page. */
function wrongNames(directory: string): Problem[] {
  return readdirSync(directory).flatMap((name) => {
    const found = basename(name, ".mdx");
    const isName = id.safeParse(found).success;
    if (found === name || (isName && !isReserved(found))) return [];
    return problemOf(
      relative(process.cwd(), join(directory, name)).split(sep).join("/"),
      `\`${found}\` ${isName ? "is the path of other pages" : "is no name for an explainer"}`,
      "rename the file to lower-case letters and digits joined by single hyphens that are the path of nothing else (src/routes.ts)",
    );
  });
}

/** The problems of the site's content as lines for a terminal. */
export function checkContent(): { problems: string[]; warnings: string[]; summary: string } {
  const { problems, warnings, summary } = inspectContent(CONTENT_DIR);
  return { problems: problems.map(formatProblem), warnings: warnings.map(formatProblem), summary };
}

if (import.meta.main) {
  const { problems, warnings, summary } = checkContent();
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  for (const problem of problems) console.error(problem);
  console.log(
    `content: ${summary}; ${warnings.length || "no"} warnings; ${problems.length || "no"} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
