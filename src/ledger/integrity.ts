import { z } from "zod";
import { getOrInsert } from "../required.ts";
import type { Problem } from "./problem.ts";
import { type CollectionName, collections, type Row } from "./schema.ts";
import { originOf, type Standing, standingOf } from "./sources.ts";
import { type Report, reporterOf, type YamlFile } from "./yaml-file.ts";

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

type Target = CollectionName | "clauses";

/** A field that names other rows: its path (`[]` = each item) and the collections it may point into. */
interface Reference {
  path: string[];
  targets: readonly Target[];
}

/** The fields of a schema that are declared by `ref`. */
function referencesIn(schema: unknown, path: string[] = []): Reference[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return referencesIn(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return referencesIn(schema.element, [...path, "[]"]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => referencesIn(option, path));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) => referencesIn(field, [...path, key]));
  const targets = schema instanceof z.ZodString && schema.meta()?.collections;
  return targets ? [{ path, targets: targets as Target[] }] : [];
}

const REFERENCES = new Map(Object.entries(collections).map(([name, schema]) => [name, referencesIn(schema)]));
for (const { path, targets } of [...REFERENCES.values()].flat())
  for (const target of targets)
    if (target !== "clauses" && !(target in collections))
      throw new Error(
        `\`${path.join(".")}\` refers to ${target}, which is not a collection; see src/ledger/schema/`,
      );

/**
 * Every duplicate id, and every reference to a missing row. References into `unread` collections, of which a file could
 * not be parsed, are not checked.
 */
export function checkReferences(
  rows: readonly PlacedRow[],
  unread: ReadonlySet<CollectionName> = new Set(),
): Problem[] {
  const problems: Problem[] = [];
  const index = new Map<Target, Map<string, PlacedRow>>();
  const add = (target: Target, key: string, row: PlacedRow, path: ReadonlyArray<PropertyKey>) => {
    const keys = getOrInsert(index, target, () => new Map<string, PlacedRow>());
    const first = keys.get(key);
    if (first) {
      const { line } = first.file.place([first.index]);
      reporterOf(problems, row)(
        path,
        `the id \`${key}\` stands twice among ${target}`,
        `choose another id, or merge with ${first.file.name}:${line}`,
      );
    } else keys.set(key, row);
  };
  for (const row of rows) {
    add(row.collection, row.key, row, ["id"]);
    if (row.collection === "themes" && row.valid) {
      (row.value.clauses as { id: string }[]).forEach((clause, i) =>
        add("clauses", clause.id, row, ["clauses", i, "id"]),
      );
    }
  }
  const unsure = new Set<Target>([
    ...unread,
    ...(unread.has("themes") || rows.some((row) => row.collection === "themes" && !row.valid)
      ? ["clauses" as const]
      : []),
  ]);
  for (const row of rows) {
    if (!row.valid) continue;
    const report = reporterOf(problems, row);
    for (const { path, targets } of REFERENCES.get(row.collection) ?? []) {
      if (targets.some((target) => unsure.has(target))) continue;
      for (const { value, at } of valuesAt(row.value, path)) {
        if (targets.some((target) => index.get(target)?.has(value))) continue;
        const near = nearest(
          value,
          targets.flatMap((target) => [...(index.get(target)?.keys() ?? [])]),
        );
        report(
          at,
          `\`${value}\` does not exist in ${targets.join(", ")}`,
          near ? `write \`${near}\` if that is meant, or add the row` : "correct the id, or add the row",
        );
      }
    }
  }
  return problems;
}

/** References to missing rows in a value of `schema`. */
export function missingIds(
  schema: z.ZodType,
  value: unknown,
  exists: (target: Target, id: string) => boolean,
): { id: string; path: PropertyKey[]; targets: readonly Target[] }[] {
  return referencesIn(schema).flatMap(({ path, targets }) =>
    valuesAt(value as Record<string, unknown>, path)
      .filter(({ value: id }) => !targets.some((target) => exists(target, id)))
      .map(({ value: id, at }) => ({ id, path: at, targets })),
  );
}

function valuesAt(
  row: Record<string, unknown>,
  path: readonly string[],
): { value: string; at: PropertyKey[] }[] {
  let found: { value: unknown; at: PropertyKey[] }[] = [{ value: row, at: [] }];
  for (const step of path) {
    found = found.flatMap(({ value, at }) => {
      if (step === "[]")
        return Array.isArray(value) ? value.map((item: unknown, i) => ({ value: item, at: [...at, i] })) : [];
      const inner = (value as Record<string, unknown> | undefined)?.[step];
      return inner === undefined ? [] : [{ value: inner, at: [...at, step] }];
    });
  }
  return found as { value: string; at: PropertyKey[] }[];
}

/** The id that shares most two-letter sequences with `wanted` (Dice coefficient), if it is close enough to be meant. */
function nearest(wanted: string, ids: readonly string[]): string | undefined {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const target = pairs(wanted);
  let best: { id: string; score: number } | undefined;
  for (const id of ids) {
    const other = pairs(id);
    const score = (2 * [...target].filter((pair) => other.has(pair)).length) / (target.size + other.size);
    if (score > (best?.score ?? 0.6)) best = { id, score };
  }
  return best?.id;
}
