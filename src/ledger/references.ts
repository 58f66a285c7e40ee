import { z } from "zod";
import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./rules/rule.ts";
import { reporterOf } from "./yaml-file.ts";
import { type CollectionName, collections } from "./schema.ts";
import { getOrInsert } from "../required.ts";

type Target = CollectionName | "questions";

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
    if (target !== "questions" && !(target in collections))
      throw new Error(
        `\`${path.join(".")}\` refers to ${target}, which is no collection; see src/ledger/schema/`,
      );

/** Fields of a collection that hold one id of one other collection, each as its path and that collection. */
export function singleReferences(collection: CollectionName): { path: string[]; target: Target }[] {
  return (REFERENCES.get(collection) ?? []).flatMap(({ path, targets: [target, ...others] }) =>
    target === undefined || others.length > 0 || path.includes("[]") ? [] : [{ path, target }],
  );
}

/**
 * Every id that stands twice, and every id that names no row. References into `unread` collections, of which a file could
 * not be parsed, are not judged.
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
      (row.value.questions as { id: string }[]).forEach((question, i) =>
        add("questions", question.id, row, ["questions", i, "id"]),
      );
    }
  }
  const unsure = new Set<Target>([
    ...unread,
    ...(unread.has("themes") || rows.some((row) => row.collection === "themes" && !row.valid)
      ? ["questions" as const]
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

/** Ids in a value of `schema` that name no row, each with its path and where it was looked for. */
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
