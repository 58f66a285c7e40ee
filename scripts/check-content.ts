import { formatProblem, sortProblems } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";

const { ledger, problems } = inspectLedger("content/ledger");
for (const problem of sortProblems(problems)) console.error(formatProblem(problem));
const rows = Object.values(ledger).reduce((sum, list) => sum + list.length, 0);
console.log(problems.length === 0 ? `content: ${rows} rows, no problems` : `content: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
