import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { accusationProblems, accusedOf } from "./accusations.ts";
import { checkRules, duplicateIds, idsOf, missingRows, type PlacedRow, readRows } from "./integrity.ts";
import { type CollectionName, collections, type Ledger } from "./ledger.ts";
import { ContentError, fileName, type Problem, problemOf } from "./yaml-file.ts";
import { caseRules, draftRules, rowRules, rowWarnings } from "./rules.ts";

/**
 * Reads all collections under `directory` (a file or folder each) and checks rows, then ids and references,
 * then rules; stops after the first step with problems. Valid rows are always returned.
 */
export function inspectLedger(directory: string): {
  ledger: Ledger;
  rows: readonly PlacedRow[];
  problems: Problem[];
  /** Do not stop a build. */
  warnings: Problem[];
} {
  const problems: Problem[] = [];
  const rows: PlacedRow[] = [];
  const names = existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names.filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const path = join(directory, name);
    const collection = name
      .split(sep, 1)
      .join("")
      .replace(/\.ya?ml$/, "") as CollectionName;
    if (Object.hasOwn(collections, collection))
      rows.push(...readRows<PlacedRow["value"]>(path, collection, collections[collection], problems));
    else
      problems.push(
        problemOf(
          fileName(path),
          "the file belongs to no collection",
          "rename it, or move it into the folder of its collection",
        ),
      );
  }
  const byCollection = Map.groupBy(rows, ({ collection }) => collection);
  const ledger = Object.fromEntries(
    Object.keys(collections).map((name) => [name, byCollection.get(name)?.map(({ value }) => value) ?? []]),
  ) as unknown as Ledger;
  if (problems.length === 0) problems.push(...duplicateIds(rows), ...danglingReferences(rows, ledger));
  if (problems.length === 0) {
    const accused = accusedOf(ledger);
    // Titles of sources stay as published.
    const files = new Set(rows.flatMap(({ collection, file }) => (collection === "sources" ? [] : file)));
    problems.push(
      ...checkRules([...rowRules, ...draftRules, ...caseRules], rows, ledger),
      ...[...files].flatMap((file) => accusationProblems(file, accused)),
    );
  }
  const warnings = problems.length === 0 ? checkRules(rowWarnings, rows, ledger) : [];
  return { ledger, rows, problems, warnings };
}

function danglingReferences(rows: readonly PlacedRow[], ledger: Ledger): Problem[] {
  const ids = idsOf(ledger);
  return rows.flatMap(({ collection, value, file, index }) =>
    missingRows(ids, collections[collection as CollectionName], value, file, [index]),
  );
}

/** Reads the ledger. Throws a ContentError with every problem. */
export function readLedger(directory: string): Ledger {
  const { ledger, problems } = inspectLedger(directory);
  if (problems.length > 0) throw new ContentError(problems);
  return ledger;
}
