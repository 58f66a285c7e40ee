import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Table } from "./table.ts";

interface Report {
  testResults: {
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      meta: { browser?: string };
    }[];
  }[];
}

/** What `npm run browsers` finds, as a table of tests and engines. Throws if it does not come to an end. */
export async function run(): Promise<Table[]> {
  const file = join(tmpdir(), `browsers-${process.pid}.json`);
  const options = [
    "run",
    "--config",
    "nightly/browsers/vitest.config.ts",
    "--reporter=json",
    `--outputFile=${file}`,
  ];
  const { stderr } = spawnSync("node_modules/.bin/vitest", options, {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  const tests = readReport(file, stderr).testResults.flatMap(({ assertionResults }) => assertionResults);
  const browsers = [...new Set(tests.flatMap(({ meta }) => meta.browser ?? []))];
  const rows = Map.groupBy(
    tests,
    ({ ancestorTitles, title }) => `${ancestorTitles.join(" ").split(": ")[1] ?? ""}: ${title}`,
  );
  return [
    {
      title: "What a reader does, in browsers that are not Chromium",
      note: "The tests of `npm run browsers` on what is installed here; `npm test` has the same and more for Chromium. A screen of 1280 px unless said otherwise.",
      columns: ["", ...browsers],
      rows: [...rows].map(([what, found]) => [
        what,
        ...browsers.map((browser) =>
          found.find(({ meta }) => meta.browser === browser)?.status === "passed" ? "ok" : "fails",
        ),
      ]),
    },
  ];
}

function readReport(file: string, stderr: string): Report {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch (cause) {
    throw new Error(`npm run browsers wrote no report: ${stderr}`, { cause });
  } finally {
    rmSync(file, { force: true });
  }
}
