// npm run check: every check that needs no build. Of another story than content/ it checks the content alone,
// unless it is called with --all.
import { runNode, runParts, summarize } from "./setup.mjs";
import { CONTENT_DIR } from "../src/settings.ts";

const run =
  (script, ...args) =>
  () =>
    runNode([script, ...args], { ASTRO_TELEMETRY_DISABLED: "1" });
const cached = (name) => ["--cache", "--cache-location", `.cache/${name}`];
/** Files of the program. How content is formatted is not checked: `npm run format` does it. */
const CODE = [
  "{src,scripts,test,nightly,docs,.github,.vscode}/**",
  "*.{mjs,ts,md}",
  "{knip,package,tsconfig}.json",
];

const content = run("scripts/check-content.ts");
if (CONTENT_DIR !== "content" && !process.argv.includes("--all")) process.exit(await content());
// Both parts read the types of the content, which a fresh checkout does not have yet.
await runParts({ sync: run("node_modules/astro/bin/astro.mjs", "sync") });
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
    "--ignore-unknown",
    ...cached("prettier"),
    ...CODE,
  ),
  "dead code": run("node_modules/knip/bin/knip.js", "--no-progress"),
  content,
});
summarize();
