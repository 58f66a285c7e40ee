// npm run check: every check that needs no build.
import { runNode, runParts, summarize } from "./setup.mjs";

const run =
  (script, ...args) =>
  () =>
    runNode([script, ...args], { ASTRO_TELEMETRY_DISABLED: "1" });
const cached = (name) => ["--cache", "--cache-location", `.cache/${name}`];

await runParts({
  types: run("node_modules/astro/bin/astro.mjs", "check", "--minimumSeverity", "warning"),
  lint: run("node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0", ...cached("eslint")),
});
await runParts({
  format: run(
    "node_modules/prettier/bin/prettier.cjs",
    "--check",
    "--log-level",
    "warn",
    ...cached("prettier"),
    ".",
  ),
  "dead code": run("node_modules/knip/bin/knip.js", "--no-progress"),
  content: run("scripts/check-content.ts"),
});
summarize();
