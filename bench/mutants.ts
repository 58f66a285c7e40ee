import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installPackages } from "./install.ts";
import { machine, versions, writePart } from "./report.ts";
import { type Table, toMarkdown } from "./table.ts";

// npm run mutants [-- --sample N] [path …]: breaks code in many small ways, one at a time, in a copy, and sees whether a unit test notices.
// Names each mutant that lives, by folder how many. Only without a path is docs/measurements.md written. All four folders take an hour;
// `--sample 4` tries a fixed quarter of the declarations.
const FOLDERS = ["src/ledger", "src/views", "src/search", "src/words"];
const PACKAGES = "bench/mutation";
const CONFIG = ".cache/mutants.config.json";
const REPORT = ".cache/mutants.json";

/** What Stryker’s JSON report has of a file, as far as it is read here. */
interface Mutant {
  status:
    | "Killed"
    | "Timeout"
    | "Survived"
    | "NoCoverage"
    | "Ignored"
    | "RuntimeError"
    | "CompileError"
    | "Pending";
  mutatorName: string;
  replacement: string;
  location: { start: { line: number; column: number } };
}

const { values, positionals } = parseArgs({
  options: { sample: { type: "string", default: "1" } },
  allowPositionals: true,
});
const sample = Number(values.sample);
if (!Number.isInteger(sample) || sample < 1)
  throw new Error(`--sample ${values.sample}; expected a whole number: 4 for a quarter`);
installPackages(PACKAGES);
const files = (positionals.length > 0 ? positionals : FOLDERS).map((path) =>
  /\.tsx?$/.test(path) ? path : `${path}/**/*.{ts,tsx}`,
);
mkdirSync(".cache", { recursive: true });
writeFileSync(
  CONFIG,
  JSON.stringify({
    ...JSON.parse(readFileSync(`${PACKAGES}/stryker.json`, "utf8")),
    mutate: [...files, "!src/**/*.{test,fixture}.{ts,tsx}"],
    jsonReporter: { fileName: REPORT },
  }),
);
const { status } = spawnSync(`${PACKAGES}/node_modules/.bin/stryker`, ["run", CONFIG], {
  stdio: "inherit",
  env: { ...process.env, MUTANTS_SAMPLE: String(sample) },
});
if (status !== 0) process.exit(status ?? 1);

const report = JSON.parse(readFileSync(REPORT, "utf8")) as { files: Record<string, { mutants: Mutant[] }> };
const mutants = Object.entries(report.files).flatMap(([file, { mutants }]) =>
  mutants.map((mutant) => ({ file, ...mutant })),
);
const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout");
const lived = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
for (const { file, location, mutatorName, replacement, status } of lived) {
  const short = replacement.replaceAll(/\s+/g, " ").slice(0, 90);
  console.log(
    `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${short}${status === "NoCoverage" ? " (no test runs it)" : ""}`,
  );
}
const row = (name: string, folder: string) => {
  const [dead, alive] = [killed, lived].map(
    (list) => list.filter(({ file }) => file.startsWith(folder)).length,
  ) as [number, number];
  return [name, dead + alive, dead, alive, Math.round((dead / (dead + alive)) * 1000) / 10];
};
const table: Table = {
  title: "Mutants",
  note: [
    sample === 1
      ? "Every mutant of the four folders."
      : `Every ${sample}th declaration of the four folders, chosen by a hash of its file and place.`,
    "Each breaks one place in a copy: a comparison, a condition, a call, a calculation, an order, a list, an object, a function or a block; literal text is not emptied.",
    "Killed by a unit test, drawings compared with recorded ones left out; lived also where no test runs the line.",
    "What runs only while a module loads (schemas, tables of constants) is not tried.",
  ].join(" "),
  columns: ["", "mutants", "killed", "lived", "% killed"],
  rows: [
    ...FOLDERS.map((folder) => row(folder, `${folder}/`)).filter(([, count]) => count !== 0),
    row("all", ""),
  ],
};
console.log(`\n${toMarkdown(table)}`);
if (positionals.length === 0)
  writePart(
    "mutants",
    "What the unit tests notice",
    `${machine()}.\n${versions(`${PACKAGES}/package.json`, ["@stryker-mutator/core"])}, ${versions("package.json", ["vitest"])}.`,
    [table],
  );
