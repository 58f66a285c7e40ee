import { readdirSync } from "node:fs";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { checkExplainers, unusedTerms } from "../src/explainers/check.ts";
import { readChanges } from "../src/ledger/changes.ts";
import { readGlossary, type Term } from "../src/ledger/glossary.ts";
import { ContentError, formatProblem, type Problem, sortProblems } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { readChartFile } from "../src/views/chart-file.ts";
import { readRetired } from "../src/views/retired-file.ts";

/** Every problem of the content in `directory`, in the order of files and lines, and what was looked at in one line. */
export function inspectContent(directory: string): { problems: Problem[]; summary: string } {
  const { ledger, problems, isDoubtful } = inspectLedger(`${directory}/ledger`);
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
  const charts = readdirSync(`${directory}/charts`).map((name) => readChartFile(`${directory}/charts/${name}`));
  found.push(...charts.flatMap((chart) => chart.problems));
  const chartIds = charts.map((chart) => chart.id);
  collect(() => readRetired(`${directory}/retired-charts.yaml`, chartIds), []);
  const glossary = collect<Term[] | undefined>(() => readGlossary(`${directory}/glossary.yaml`), undefined);
  collect(() => readChanges(`${directory}/changes.yaml`, ledger), []);
  // With a glossary that cannot be read, every term of a text would seem to be unknown.
  if (glossary) found.push(...checkExplainers(explainers, { ledger, glossary, chartIds, isDoubtful }));
  const unused = glossary ? unusedTerms(explainers, glossary) : [];
  const rows = Object.values(ledger).reduce((sum, list) => sum + list.length, 0);
  return {
    problems: sortProblems(found),
    summary: `${rows} rows of the ledger${unused.length > 0 ? `; terms that no explainer uses: ${unused.join(", ")}` : ""}`,
  };
}

/** The problems of the site's content as lines for a terminal. */
export function checkContent(): { problems: string[]; summary: string } {
  const { problems, summary } = inspectContent(CONTENT_DIR);
  return { problems: problems.map(formatProblem), summary };
}

if (import.meta.main) {
  const { problems, summary } = checkContent();
  for (const problem of problems) console.error(problem);
  console.log(`content: ${summary}; ${problems.length === 0 ? "no problems" : `${problems.length} problems`}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
