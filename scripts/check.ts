import { spawn } from "node:child_process";

// npm run check: every check that needs no build. All steps run, two at a time, slowest first.
const STEPS: [name: string, command: string, args: string[]][] = [
  ["types", "astro", ["check", "--minimumSeverity", "warning"]],
  ["lint", "eslint", [".", "--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint"]],
  [
    "format",
    "prettier",
    ["--check", "--log-level", "warn", "--cache", "--cache-location", ".cache/prettier", "."],
  ],
  ["dead code", "knip", ["--no-progress"]],
  ["content", "node", ["scripts/check-content.ts"]],
];
const CONCURRENT_STEPS = 2;

/** Prints the step’s time, and its output if it fails. Resolves to whether it passed. */
async function runStep([name, command, args]: (typeof STEPS)[number]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const code = await new Promise((done) => child.on("close", done));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)${code === 0 ? "" : `\n${output.trim()}`}`,
  );
  return code === 0;
}

const results: boolean[] = [];
const queue = [...STEPS];
await Promise.all(
  Array.from({ length: CONCURRENT_STEPS }, async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step));
  }),
);
process.exitCode = results.every(Boolean) ? 0 : 1;
