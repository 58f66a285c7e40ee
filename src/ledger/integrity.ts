import { z } from "zod";
import { type CollectionName, collections, type Ledger, type Row, rowKey } from "./ledger.ts";
import { type Problem, problemOf, readYamlFile, schemaProblems, type YamlFile } from "./yaml-file.ts";

type Path = readonly PropertyKey[];
type Target = CollectionName | "clauses";

/** A valid row with its place in a file. */
export interface PlacedRow<Value extends object = Record<string, unknown>> {
  /** Or what the rows of another file are: “terms”. */
  collection: string;
  key: string;
  value: Value;
  file: YamlFile;
  index: number;
}

/** Returns the valid rows of a YAML list and adds errors to `problems`. */
export function readRows<Value extends object>(
  path: string,
  collection: string,
  schema: z.ZodType<Value>,
  problems: Problem[],
): PlacedRow<Value>[] {
  const file = readYamlFile(path);
  problems.push(...file.problems);
  if (file.problems.length > 0) return [];
  if (!Array.isArray(file.value)) {
    problems.push(
      problemOf(file.name, `the file is not a list of ${collection}`, "start each row with a hyphen"),
    );
    return [];
  }
  return file.value.flatMap((row: unknown, index) => {
    const { data: value, error } = schema.safeParse(row);
    problems.push(...schemaProblems(file, [index], error?.issues ?? []));
    return value ? { collection, key: rowKey(collection, value), value, file, index } : [];
  });
}

export type Report = (path: Path, message: string, fix: string) => void;

/** Checks one row of a ledger whose rows and references are valid. */
export type Rule = (row: PlacedRow, report: Report, ledger: Ledger) => void;

/** Restricts a rule to the rows of one collection. */
export function ruleOf<Name extends CollectionName>(
  collection: Name,
  check: (value: Row<Name>, report: Report, ledger: Ledger) => void,
): Rule {
  return (row, report, ledger) => {
    if (row.collection === collection) check(row.value as Row<Name>, report, ledger);
  };
}

export function checkRules(rules: readonly Rule[], rows: readonly PlacedRow[], ledger: Ledger): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows) {
    const report: Report = (path, message, fix) => problems.push(problemAt(row, path, message, fix));
    for (const rule of rules) rule(row, report, ledger);
  }
  return problems;
}

export function problemAt(
  { file, index }: PlacedRow<object>,
  path: Path,
  message: string,
  fix: string,
): Problem {
  return problemOf(file.name, message, fix, file.place([index, ...path]));
}

interface Reference {
  id: string;
  path: Path;
  targets: readonly Target[];
}

/** Finds the ids in a value whose schema fields are declared by `ref`. */
export function referencesIn(schema: unknown, value: unknown, path: Path = []): Reference[] {
  if (value === undefined) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return referencesIn(schema.unwrap(), value, path);
  if (schema instanceof z.ZodArray)
    return (value as unknown[]).flatMap((item, i) => referencesIn(schema.element, item, [...path, i]));
  if (schema instanceof z.ZodUnion)
    return schema.options
      .filter((option) => (option as z.ZodType).safeParse(value).success)
      .flatMap((option) => referencesIn(option, value, path));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      referencesIn(field, (value as Record<string, unknown>)[key], [...path, key]),
    );
  const targets = schema instanceof z.ZodString && schema.meta()?.collections;
  return targets ? [{ id: value as string, path, targets: targets as Target[] }] : [];
}

export function idsOf(ledger: Ledger): Record<Target, ReadonlySet<string>> {
  const names = Object.keys(collections) as CollectionName[];
  return {
    ...(Object.fromEntries(
      names.map((name) => [name, new Set(ledger[name].map((row) => rowKey(name, row)))]),
    ) as Record<CollectionName, Set<string>>),
    clauses: new Set(ledger.themes.flatMap(({ clauses }) => clauses.map(({ id }) => id))),
  };
}

/** Reports references to rows that do not exist; `at` is the path of the value in the file. */
export function missingRows(
  ids: Readonly<Record<Target, ReadonlySet<string>>>,
  schema: z.ZodType,
  value: unknown,
  file: YamlFile,
  at: Path,
): Problem[] {
  return referencesIn(schema, value, at)
    .filter(({ id, targets }) => !targets.some((target) => ids[target].has(id)))
    .map(({ id, path, targets }) =>
      problemOf(
        file.name,
        `\`${id}\` does not exist in ${targets.join(", ")}`,
        "correct the id, or add the row",
        file.place(path),
      ),
    );
}

/** Reports ids used twice, also by clauses of themes. */
export function duplicateIds(rows: readonly PlacedRow<object>[]): Problem[] {
  const first = new Map<string, PlacedRow<object>>();
  const problems: Problem[] = [];
  const add = (row: PlacedRow<object>, among: string, key: string, path: Path) => {
    const known = first.get(`${among} ${key}`);
    if (!known) return first.set(`${among} ${key}`, row);
    const { line } = known.file.place([known.index]);
    const fix = `choose another id, or merge with ${known.file.name}:${line}`;
    return problems.push(problemAt(row, path, `the id \`${key}\` stands twice among ${among}`, fix));
  };
  for (const row of rows) {
    add(row, row.collection, row.key, ["id"]);
    const { clauses = [] } = (row.collection === "themes" ? row.value : {}) as Partial<Row<"themes">>;
    clauses.forEach(({ id }, i) => add(row, "clauses", id, ["clauses", i, "id"]));
  }
  return problems;
}
