// npm test: whatever is missing, then every check: code, units, the built site, the site in a browser.
import { findChromium, installPackages, runNode, stop } from "./setup.mjs";

await installPackages().catch(stop);
const chromium = await findChromium().catch(stop);
const steps = [
  ["check: types, lint, format, content", ["scripts/check.ts"]],
  ["build", ["scripts/build.ts"]],
  ["tests", ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot"]],
];
for (const [name, args] of steps) {
  console.log(`\n== ${name}`);
  const code = await runNode(args, { CHROMIUM_PATH: chromium, TZ: "UTC" });
  if (code !== 0) {
    console.error(`npm test: failed at: ${name}`);
    process.exit(code);
  }
}
