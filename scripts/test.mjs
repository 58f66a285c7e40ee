// npm test: installs what is missing, then checks and builds at the same time, then runs unit and browser
// tests. A failure does not stop later parts, but without a built site only unit tests run. npm test -- <path
// …> runs only these test files, and builds only if they need a site and none exists.
import { existsSync } from "node:fs";
import { findChromium, installPackages, runNode, stop } from "./setup.mjs";

const paths = process.argv.slice(2);
const times = [];
const failed = [];

/**
 * Runs functions that resolve to an exit code or nothing, at the same time. Prints and records their seconds.
 */
async function runParts(parts) {
  const runPart = async ([name, work]) => {
    console.log(`== ${name} …`);
    const started = performance.now();
    const code = await work();
    const seconds = Math.round((performance.now() - started) / 1000);
    times.push(`${name} ${seconds} s`);
    console.log(`== ${name}: ${code ? "FAILED after " : ""}${seconds} s`);
    if (code) failed.push(name);
  };
  await Promise.all(Object.entries(parts).map(runPart));
}

let chromium;
await runParts({ packages: () => installPackages().catch(stop) });
await runParts({ Chromium: async () => void (chromium = await findChromium().catch(stop)) });

const isWhole = paths.length === 0;
const needSite = isWhole || paths.some((path) => path.replace("./", "").startsWith("test/"));
const check = () => runNode(["scripts/check.ts"]);
const build = () => runNode(["scripts/build.ts"]);
if (isWhole) await runParts({ check, build });
else if (needSite && !existsSync("dist/index.html")) await runParts({ build });

const isBuilt = !failed.includes("build");
const projects = isBuilt ? [] : ["--project", "unit", "--project", "content"];
const markup = () => runNode(["node_modules/html-validate/bin/html-validate.mjs", "dist/**/*.html"]);
const tests = () =>
  runNode(["node_modules/vitest/vitest.mjs", "run", ...projects, ...paths], {
    CHROMIUM_PATH: chromium,
    TZ: "UTC",
  });
await runParts(isWhole && isBuilt ? { markup, tests } : { tests });

console.log(`\n${times.join(" · ")}`);
if (failed.length > 0) {
  console.error(`npm test failed at: ${failed.join(", ")}`);
  process.exit(1);
}
