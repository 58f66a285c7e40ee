import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./placed-row.ts";
import type { CollectionName } from "./schema.ts";
import { entryAt } from "../required.ts";

/** Where a row names other rows: path of the field (`[]` = each item) and the collections it may point into. */
type Reference = readonly [path: string, targets: readonly Target[]];
type Target = CollectionName | "questions";

const ACTORS = ["people", "organisations"] as const;
const ANYTHING = [
  "drafts",
  "themes",
  "questions",
  "events",
  "reasons",
  "people",
  "organisations",
  "meetings",
  "visits",
  "deliveries",
  "agreements",
  "coalition",
  "proceedings",
  "exits",
  "case-steps",
  "flows",
  "series",
  "aid",
] as const;
const SOURCES: Reference = ["sources.[]", ["sources"]];
const EVENT: Reference = ["event", ["events"]];

const REFERENCES: Readonly<Record<CollectionName, readonly Reference[]>> = {
  sources: [
    ["publisher", ["publishers"]],
    ["relays.[]", ["publishers"]],
  ],
  publishers: [],
  readings: [],
  events: [
    SOURCES,
    ["actors.[]", ACTORS],
    ["about.[]", ["themes", "questions"]],
    ["quote.by", ACTORS],
    ["quote.source", ["sources"]],
  ],
  reasons: [
    SOURCES,
    ["about.[]", ANYTHING],
    ["inference.[]", [...ANYTHING, "unknowns"]],
    ["quote.by", ACTORS],
    ["quote.source", ["sources"]],
  ],
  people: [SOURCES],
  organisations: [SOURCES],
  drafts: [
    SOURCES,
    ["start_with.[]", ["drafts"]],
    ["based_on.[].draft", ["drafts"]],
    ["based_on.[].sources.[]", ["sources"]],
  ],
  points: [SOURCES, ["draft", ["drafts"]]],
  themes: [],
  provisions: [SOURCES, ["draft", ["drafts"]], ["question", ["questions"]], ["quote.source", ["sources"]]],
  meetings: [
    SOURCES,
    EVENT,
    ["participants.[]", ACTORS],
    ["apart.[].who", ACTORS],
    ["apart.[].met.[]", ACTORS],
  ],
  positions: [SOURCES, ["actor", ["organisations"]], ["theme", ["themes"]]],
  "region-claims": [SOURCES, ["draft", ["drafts"]], ["question", ["questions"]], ["position", ["positions"]]],
  "point-counts": [SOURCES, ["draft", ["drafts"]]],
  disagreements: [SOURCES, ["about.[]", ANYTHING]],
  unknowns: [["about.[]", ANYTHING]],
  visits: [SOURCES, EVENT],
  deliveries: [SOURCES, EVENT],
  agreements: [SOURCES, EVENT],
  aid: [SOURCES],
  coalition: [SOURCES, EVENT],
  exits: [SOURCES, ["person", ["people"]]],
  proceedings: [
    SOURCES,
    ["person", ["people"]],
    ["answer.sources.[]", ["sources"]],
    ["in_favour.sources.[]", ["sources"]],
  ],
  "case-steps": [SOURCES, EVENT, ["persons.[]", ["people"]], ["proceedings.[]", ["proceedings"]]],
  flows: [SOURCES, EVENT],
  series: [SOURCES],
};

/** Fields of a collection that hold one id of one other collection, each as its path and that collection. */
export function singleReferences(collection: CollectionName): { path: string[]; target: Target }[] {
  return REFERENCES[collection].flatMap(([path, [target, ...others]]) =>
    target === undefined || others.length > 0 || path.includes("[]")
      ? []
      : [{ path: path.split("."), target }],
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
  const report = (
    row: PlacedRow,
    path: ReadonlyArray<PropertyKey>,
    wrong: string,
    expected: string,
    mend: string,
  ) => problems.push({ file: row.file.name, ...row.file.place([row.index, ...path]), wrong, expected, mend });

  const index = new Map<Target, Map<string, PlacedRow>>();
  const add = (target: Target, key: string, row: PlacedRow, path: ReadonlyArray<PropertyKey>) => {
    const keys = entryAt(index, target, () => new Map<string, PlacedRow>());
    const first = keys.get(key);
    if (first) {
      const { line } = first.file.place([first.index]);
      report(
        row,
        path,
        `\`${key}\` is taken`,
        `an id unique among ${target}`,
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
    for (const [path, targets] of REFERENCES[row.collection]) {
      if (targets.some((target) => unsure.has(target))) continue;
      for (const { value, at } of valuesAt(row.value, path)) {
        if (targets.some((target) => index.get(target)?.has(value))) continue;
        const near = nearest(
          value,
          targets.flatMap((target) => [...(index.get(target)?.keys() ?? [])]),
        );
        report(
          row,
          at,
          `\`${value}\` does not exist`,
          `an id among ${targets.join(", ")}`,
          near ? `did you mean \`${near}\`? Else add it` : "correct the id, or add the row",
        );
      }
    }
  }
  return problems;
}

function valuesAt(row: Record<string, unknown>, path: string): { value: string; at: PropertyKey[] }[] {
  let found: { value: unknown; at: PropertyKey[] }[] = [{ value: row, at: [] }];
  for (const step of path.split(".")) {
    found = found.flatMap(({ value, at }) => {
      if (step === "[]")
        return Array.isArray(value) ? value.map((item: unknown, i) => ({ value: item, at: [...at, i] })) : [];
      const inner = (value as Record<string, unknown>)[step];
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
