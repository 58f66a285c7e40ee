import { readdirSync } from "node:fs";
import { checkExplainers, unusedTerms } from "../src/explainers/check.ts";
import { readGlossary } from "../src/ledger/glossary.ts";
import { ContentError, formatProblem, type Problem, sortProblems } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";

const EXPLAINERS = "content/explainers/en";

/** Every problem of the content, in the order of files and lines, and what was looked at in one line. */
export function checkContent(): { problems: string[]; summary: string } {
  const { ledger, problems } = inspectLedger("content/ledger");
  const found: Problem[] = [...problems];
  const charts = readdirSync("content/charts").map((name) => name.replace(/\.yaml$/, ""));
  let unused: string[] = [];
  try {
    const glossary = readGlossary("content/glossary.yaml");
    found.push(...checkExplainers(EXPLAINERS, ledger, glossary, charts));
    unused = unusedTerms(EXPLAINERS, glossary);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    found.push(...error.problems);
  }
  const rows = Object.values(ledger).reduce((sum, list) => sum + list.length, 0);
  return {
    problems: sortProblems(found).map(formatProblem),
    summary: `${rows} rows of the ledger${unused.length > 0 ? `; terms that no explainer uses: ${unused.join(", ")}` : ""}`,
  };
}

if (import.meta.main) {
  const { problems, summary } = checkContent();
  for (const problem of problems) console.error(problem);
  console.log(`content: ${summary}; ${problems.length === 0 ? "no problems" : `${problems.length} problems`}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
