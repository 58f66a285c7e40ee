import { writeFileSync } from "node:fs";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { readLedger } from "../src/ledger/read-ledger.ts";
import { readVersions, renewed, shownHashes, staleVersions } from "../src/views/versions.ts";

// npm run versions: gives today's date to every chart, clause, event and page that shows something else than when it was last run.
// With --check it only says what is stale, and fails.
const FILE = `${CONTENT_DIR}/versions.yaml`;
const HEAD =
  "# Since which day each chart, clause, event and page has shown what it shows, and a hash of that. Written by `npm run versions`.\n";

const shownNow = () => shownHashes(readLedger(`${CONTENT_DIR}/ledger`), `${CONTENT_DIR}/charts`);

/** What the file of versions lacks, as lines for a terminal. Another content than the site's own, as tests have it, is not judged. */
export function checkVersions(): string[] {
  if (process.env.CONTENT_DIR) return [];
  const stale = staleVersions(readVersions(FILE), shownNow());
  if (stale.length === 0) return [];
  const others = stale.length > 5 ? ` and ${stale.length - 5} others` : "";
  return [
    `${FILE}: out of date: ${stale.slice(0, 5).join(", ")}${others}; mend: run \`npm run versions\` and commit the file`,
  ];
}

if (import.meta.main) {
  if (process.argv.includes("--check")) {
    const problems = checkVersions();
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } else {
    const versions = renewed(readVersions(FILE), shownNow(), new Date().toISOString().slice(0, 10));
    const lines = [...versions].map(([key, { date, hash }]) => `${key}: ${date} ${hash}\n`);
    writeFileSync(FILE, HEAD + lines.join(""));
  }
}
