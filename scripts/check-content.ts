import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { plural } from "../src/format/numbers.ts";
import { formatProblem } from "../src/yaml/yaml-file.ts";

// Plain Node cannot import the `.tsx` files of charts.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), "utf8"), {
      loader: "tsx",
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcemap: "inline",
    });
    return { format: "module", source: code, shortCircuit: true };
  },
});
export const { inspectOwnContent } = await import("../src/content/check.ts");

if (import.meta.main) {
  const { problems, warnings, summary } = inspectOwnContent();
  for (const warning of warnings) console.warn(`warning: ${formatProblem(warning)}`);
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(
    `content: ${summary}; ${plural(warnings.length, "warning")}; ${plural(problems.length, "problem")}`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
