import { spawnSync } from "node:child_process";

// npm run check: everything that can be said of the sources without building. All steps run; the first failure is not the last word.
const STEPS: readonly [name: string, command: string, args: string[]][] = [
  ["content", "node", ["scripts/check-content.ts"]],
  ["types", "astro", ["check", "--minimumSeverity", "warning"]],
  ["lint", "eslint", [".", "--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint"]],
  [
    "format",
    "prettier",
    ["--check", "--log-level", "warn", "--cache", "--cache-location", ".cache/prettier", "."],
  ],
  ["dead code", "knip", ["--no-progress"]],
];

const failed = STEPS.filter(([name, command, args]) => {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  console.log(
    `${status === 0 ? "ok  " : "FAIL"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (status !== 0) console.log(`${stdout}${stderr}`.trim());
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
