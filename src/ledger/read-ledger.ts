import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { z } from "zod";
import { type Ledger, rowKey } from "./ledger.ts";
import { ContentError, type Problem, problemOf } from "./problem.ts";
import { checkReferences, checkRules, type PlacedRow } from "./integrity.ts";
import { caseRules, draftRules } from "./rules/drafts-and-cases.ts";
import { rowRules, rowWarnings } from "./rules/rows.ts";
import { type CollectionName, collections } from "./schema.ts";
import { readRows } from "./yaml-file.ts";

/**
 * Reads every collection under `directory` (a file `<collection>.yaml` or a folder of such files) and checks it.
 * Returns the rows that are valid in themselves, all rows with their places, and every problem of all files at once. What
 * refers to a row for which `isDoubtful` holds is not to be called wrong: it, or a file of its collection, is wrong in itself.
 */
export function inspectLedger(directory: string): {
  ledger: Ledger;
  rows: readonly PlacedRow[];
  problems: Problem[];
  /** What should be better and does not stop a build. */
  warnings: Problem[];
  isDoubtful: (collection: CollectionName, key: string) => boolean;
} {
  const problems: Problem[] = [];
  const placed: PlacedRow[] = [];
  const known = new Set<string>();
  const unread = new Set<CollectionName>();
  for (const name of Object.keys(collections) as CollectionName[]) {
    for (const path of filesOf(directory, name)) {
      known.add(path);
      const rows = placedRows(path, name, problems);
      if (rows) placed.push(...rows);
      else unread.add(name);
    }
  }
  for (const path of yamlFilesUnder(directory)) {
    if (known.has(path)) continue;
    problems.push(
      problemOf(
        nameOf(path),
        "the file belongs to no collection",
        "rename it, or move it into the folder of its collection",
      ),
    );
  }
  problems.push(
    ...checkReferences(placed, unread),
    ...checkRules([...rowRules, ...draftRules, ...caseRules], placed, unread),
  );
  const rows = Object.fromEntries(Object.keys(collections).map((name) => [name, [] as unknown[]]));
  for (const row of placed) if (row.valid) (rows[row.collection] as unknown[]).push(row.value);
  const invalid = new Set(placed.filter((row) => !row.valid).map((row) => `${row.collection} ${row.key}`));
  return {
    ledger: rows as unknown as Ledger,
    rows: placed,
    problems,
    warnings: checkRules(rowWarnings, placed, unread),
    isDoubtful: (collection, key) => unread.has(collection) || invalid.has(`${collection} ${key}`),
  };
}

/** The ledger under `directory`. Throws a ContentError with every problem if there is one. */
export function readLedger(directory: string): Ledger {
  const { ledger, problems } = inspectLedger(directory);
  if (problems.length > 0) throw new ContentError(problems);
  return ledger;
}

function filesOf(directory: string, name: CollectionName): string[] {
  const single = join(directory, `${name}.yaml`);
  return [...(existsSync(single) ? [single] : []), ...yamlFilesUnder(join(directory, name))];
}

function yamlFilesUnder(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort()
    .map((path) => join(directory, path));
}

/** The rows of a file, without invalid rows that have no id; undefined if it is not a list of rows. */
function placedRows(path: string, collection: CollectionName, problems: Problem[]): PlacedRow[] | undefined {
  const schema: z.ZodType<object> = collections[collection];
  return readRows(path, nameOf(path), collection, schema, problems)?.flatMap(
    ({ row, value, ...place }): PlacedRow[] => {
      const key = row ? rowKey(collection, row) : (value as { id?: unknown } | null)?.id;
      if (typeof key !== "string") return [];
      const valid = row !== undefined;
      return [{ ...place, collection, key, value: (row ?? value) as Record<string, unknown>, valid }];
    },
  );
}

/** The file as it is named in messages. */
function nameOf(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}
