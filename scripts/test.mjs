// npm test: a failure does not stop later parts, but without a built site only unit tests run. npm test -- <path …> runs only these test files.
import { existsSync } from "node:fs";
import { findChromium, installPackages, passed, runNode, runParts, stop, summarize } from "./setup.mjs";

const paths = process.argv.slice(2);
let chromium;
await runParts({ packages: () => installPackages().catch(stop) });
await runParts({ Chromium: async () => void (chromium = await findChromium().catch(stop)) });

const isWhole = paths.length === 0;
const needSite = isWhole || paths.some((path) => path.replace("./", "").startsWith("test/"));
const check = () => runNode(["scripts/check.mjs", "--all"]);
const build = () => runNode(["scripts/build.ts"]);
if (isWhole) await runParts({ check, build });
else if (needSite && !existsSync("dist/index.html")) await runParts({ build });

const projects = passed("build") ? [] : ["--project=!s*"];
const markup = () => runNode(["node_modules/html-validate/bin/html-validate.mjs", "dist/**/*.html"]);
const tests = () =>
  runNode(["node_modules/vitest/vitest.mjs", "run", ...projects, ...paths], {
    CHROMIUM_PATH: chromium,
    TZ: "UTC",
  });
await runParts(isWhole && passed("build") ? { markup, tests } : { tests });
summarize();
