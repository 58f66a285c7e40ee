import type { Problem } from "../problem.ts";
import { type Report, reporterOf, type YamlFile } from "../yaml-file.ts";
import type { CollectionName, Row } from "../schema.ts";
import { originOf, type Standing, standingOf } from "../sources.ts";

/** A row with its place in the text. */
export interface PlacedRow {
  collection: CollectionName;
  /** Key by which other rows refer to it. */
  key: string;
  value: Record<string, unknown>;
  file: YamlFile;
  index: number;
  /** False for a row with a problem of its own: other rows may refer to it all the same. */
  valid: boolean;
}

/** What a rule may ask of the whole ledger. */
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

/** A rule for the rows of one collection. */
export function ruleOf<Name extends CollectionName>(
  collection: Name,
  check: (value: Row<Name>, report: Report, known: Known) => void,
): Rule {
  return (row, report, known) => {
    if (row.collection === collection) check(row.value as Row<Name>, report, known);
  };
}

/** The problems that the rules find in the valid rows. */
export function checkRules(
  rules: readonly Rule[],
  rows: readonly PlacedRow[],
  unread: ReadonlySet<CollectionName>,
): Problem[] {
  const valid = Map.groupBy(
    rows.filter((row) => row.valid),
    (row) => row.collection,
  );
  const values = new Map([...valid].map(([name, rows]) => [name, rows.map(({ value }) => value)]));
  const invalid = new Set(rows.filter((row) => !row.valid).map((row) => row.collection));
  const all = <Name extends CollectionName>(name: Name) =>
    (values.get(name) ?? []) as unknown as readonly Row<Name>[];
  const sources = new Map(all("sources").map((source) => [source.id, source]));
  const publishers = new Map(all("publishers").map((publisher) => [publisher.id, publisher]));
  const known: Known = {
    rows: all,
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
  const problems: Problem[] = [];
  for (const row of [...valid.values()].flat())
    for (const rule of rules) rule(row, reporterOf(problems, row), known);
  return problems;
}
