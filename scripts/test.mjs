// npm test: installs what is missing, then runs every check: sources and build at the same time, then unit tests and the built site
// in a browser. npm test -- <path …> runs these test files only, and builds only if they need a site and there is none.
import { existsSync } from "node:fs";
import { findChromium, installPackages, runNode, stop } from "./setup.mjs";

const paths = process.argv.slice(2);
const times = [];

/** Runs parts at the same time and prints their seconds. Ends the process once all have ended if one of them failed. */
async function runParts(parts) {
  const failed = [];
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
  if (failed.length > 0) {
    console.error(`npm test failed at: ${failed.join(", ")}`);
    process.exit(1);
  }
}

let chromium;
await runParts({ packages: () => installPackages().catch(stop) });
await runParts({ Chromium: async () => void (chromium = await findChromium().catch(stop)) });
const check = () => runNode(["scripts/check.ts"]);
const build = () => runNode(["scripts/build.ts"]);
if (paths.length === 0) await runParts({ check, build });
else if (paths.some((path) => path.replace("./", "").startsWith("test/")) && !existsSync("dist/index.html"))
  await runParts({ build });
await runParts({
  ...(paths.length === 0 && {
    markup: () => runNode(["node_modules/html-validate/bin/html-validate.mjs", "dist/**/*.html"]),
  }),
  tests: () =>
    runNode(["node_modules/vitest/vitest.mjs", "run", ...paths], { CHROMIUM_PATH: chromium, TZ: "UTC" }),
});
console.log(`\n${times.join(" · ")}`);
