import type { Problem } from "../problem.ts";
import type { PlacedRow } from "../placed-row.ts";
import type { CollectionName, Row } from "../schema.ts";
import { originOf, type Standing, standingOf } from "../standing.ts";

/** Notes a problem of the row at `path`: what is wrong, what was expected, how to mend it. */
export type Report = (path: readonly PropertyKey[], wrong: string, expected: string, mend: string) => void;

/** What a rule may ask of other rows. */
export interface Known {
  /** The rows of a collection that are valid in themselves. */
  rows<Name extends CollectionName>(collection: Name): readonly Row<Name>[];
  /** Whether these are all: false if a row is wrong in itself, or a file of the collection could not be parsed. */
  isWhole(collection: CollectionName): boolean;
  source(id: string): Row<"sources"> | undefined;
  publisher(id: string): Row<"publishers"> | undefined;
  /** Undefined where the source, or a publisher that it names, is missing or wrong in itself. */
  standing(source: string): Standing | undefined;
}

/** A rule for editors: looks at one row that is valid in itself. */
export type Rule = (row: PlacedRow, report: Report, known: Known) => void;

/** The row if it is of that collection. */
export function rowOf<Name extends CollectionName>(row: PlacedRow, collection: Name): Row<Name> | undefined {
  return row.collection === collection ? (row.value as Row<Name>) : undefined;
}

/** The problems that the rules find in the valid rows. */
export function checkRules(
  rules: readonly Rule[],
  rows: readonly PlacedRow[],
  unread: ReadonlySet<CollectionName>,
): Problem[] {
  const problems: Problem[] = [];
  const valid = Map.groupBy(
    rows.filter((row) => row.valid),
    (row) => row.collection,
  );
  const invalid = new Set(rows.filter((row) => !row.valid).map((row) => row.collection));
  const sources = new Map(valid.get("sources")?.map((row) => [row.key, row.value as Row<"sources">]));
  const publishers = new Map(
    valid.get("publishers")?.map((row) => [row.key, row.value as Row<"publishers">]),
  );
  const known: Known = {
    rows: <Name extends CollectionName>(collection: Name) =>
      (valid.get(collection) ?? []).map((row) => row.value as Row<Name>),
    isWhole: (collection) => !unread.has(collection) && !invalid.has(collection),
    source: (id) => sources.get(id),
    publisher: (id) => publishers.get(id),
    standing: (id) => {
      const source = sources.get(id);
      const publisher = source && publishers.get(source.publisher);
      const origin = source && publishers.get(originOf(source));
      return publisher && origin && standingOf(source, publisher, origin);
    },
  };
  for (const row of rows) {
    if (!row.valid) continue;
    const report: Report = (path, wrong, expected, mend) =>
      problems.push({ file: row.file.name, ...row.file.place([row.index, ...path]), wrong, expected, mend });
    for (const rule of rules) rule(row, report, known);
  }
  return problems;
}
