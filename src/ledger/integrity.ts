import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./read-ledger.ts";
import type { CollectionName } from "./schema.ts";

/** Where a row names other rows: path of the field (`[]` = each item) and the collections it may point into. */
type Reference = readonly [path: string, targets: readonly Target[]];
type Target = CollectionName | "questions";

const ACTORS = ["people", "organisations"] as const;
const ANYTHING = [
  "drafts",
  "themes",
  "questions",
  "events",
  "people",
  "organisations",
  "meetings",
  "visits",
  "deliveries",
  "agreements",
  "coalition",
  "exits",
  "case-steps",
  "flows",
  "series",
  "aid",
  "reasons",
] as const;
const SOURCES: Reference = ["sources.[]", ["sources"]];

const REFERENCES: Readonly<Record<CollectionName, readonly Reference[]>> = {
  sources: [],
  events: [SOURCES, ["actors.[]", ACTORS], ["quote.by", ACTORS], ["quote.source", ["sources"]]],
  reasons: [
    SOURCES,
    ["about.[]", ANYTHING],
    ["inference.[]", [...ANYTHING, "unknowns"]],
    ["quote.by", ACTORS],
    ["quote.source", ["sources"]],
  ],
  people: [SOURCES, ["case.sources.[]", ["sources"]]],
  organisations: [SOURCES],
  drafts: [SOURCES],
  points: [SOURCES, ["draft", ["drafts"]]],
  themes: [],
  provisions: [SOURCES, ["draft", ["drafts"]], ["question", ["questions"]], ["quote.source", ["sources"]]],
  meetings: [SOURCES, ["participants.[]", ACTORS], ["apart.[].who", ACTORS], ["apart.[].met.[]", ACTORS]],
  positions: [SOURCES, ["actor", ["organisations"]], ["theme", ["themes"]]],
  "point-counts": [SOURCES, ["draft", ["drafts"]]],
  disagreements: [SOURCES, ["about.[]", ANYTHING]],
  unknowns: [["about.[]", ANYTHING]],
  visits: [SOURCES],
  deliveries: [SOURCES],
  agreements: [SOURCES],
  aid: [SOURCES],
  coalition: [SOURCES],
  exits: [SOURCES, ["person", ["people"]]],
  "case-steps": [SOURCES, ["persons.[]", ["people"]]],
  flows: [SOURCES],
  series: [SOURCES],
};

/**
 * Every problem between rows: duplicate and dangling ids, and rules that no single row can show. References into
 * `unread` collections, of which a file could not be parsed, are not judged.
 */
export function checkReferences(rows: readonly PlacedRow[], unread: ReadonlySet<CollectionName> = new Set()): Problem[] {
  const problems: Problem[] = [];
  const report = (row: PlacedRow, path: ReadonlyArray<PropertyKey>, wrong: string, expected: string, mend: string) =>
    problems.push({ file: row.file.name, ...row.file.place([row.index, ...path]), wrong, expected, mend });

  const index = new Map<Target, Map<string, PlacedRow>>();
  const add = (target: Target, key: string, row: PlacedRow, path: ReadonlyArray<PropertyKey>) => {
    const keys = index.get(target) ?? index.set(target, new Map()).get(target)!;
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
      (row.value.questions as { id: string }[]).forEach((question, i) => add("questions", question.id, row, ["questions", i, "id"]));
    }
  }
  const unsure = new Set<Target>([
    ...unread,
    ...(unread.has("themes") || rows.some((row) => row.collection === "themes" && !row.valid) ? ["questions" as const] : []),
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
    checkRules(row, index.get("sources") ?? new Map(), report);
    if (row.collection === "reasons") checkInference(row, index, report);
  }
  return problems;
}

/** A reading of the site's own rests on other rows, and is no surer than they are. */
function checkInference(row: PlacedRow, index: ReadonlyMap<Target, ReadonlyMap<string, PlacedRow>>, report: Report): void {
  const ids = (row.value.inference ?? []) as string[];
  ids.forEach((id, i) => {
    if (id === row.key)
      report(row, ["inference", i], "the row rests on itself", "ids of other rows", "name the rows that it is drawn from");
    const ground = index.get("reasons")?.get(id) ?? index.get("events")?.get(id);
    const status = ground?.valid ? String(ground.value.status) : "confirmed";
    if (row.value.status === "confirmed" && status !== "confirmed")
      report(row, ["status"], `the row is confirmed, and \`${id}\`, on which it rests, is ${status}`, status, "write the weaker status");
  });
}

type Report = (row: PlacedRow, path: ReadonlyArray<PropertyKey>, wrong: string, expected: string, mend: string) => void;

function checkRules(row: PlacedRow, sources: Map<string, PlacedRow>, report: Report): void {
  const { collection, value } = row;
  if (collection === "sources" && !value.title && !value.about) {
    report(
      row,
      [],
      "the source has neither `title` nor `about`",
      "one of them",
      "add the title as published, or say in `about` what the page is",
    );
  }
  if (collection === "sources" && value.standing === "relay" && !value.relays) {
    report(row, ["standing"], "a relay does not say whose work it carries", "`relays`", "name the newsroom in `relays`");
  }
  if ((collection === "events" || collection === "reasons") && value.status !== "confirmed" && !value.attributed_to) {
    report(
      row,
      ["status"],
      `the status is ${String(value.status)} and nobody is named who says so`,
      "`attributed_to`",
      "name the person, body or outlet",
    );
  }
  // Of dates that are not equally exact, as much is compared as both say.
  if (typeof value.end === "string" && typeof value.date === "string" && value.end < value.date.slice(0, value.end.length)) {
    report(row, ["end"], `\`end\` ${value.end} lies before \`date\` ${value.date}`, "a later day", "correct one of them");
  }
  if (collection === "series") {
    const width = (value.columns as unknown[]).length;
    (value.rows as unknown[][]).forEach((cells, i) => {
      if (cells.length !== width)
        report(
          row,
          ["rows", i],
          `the row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}`,
          `${width}, one a column`,
          "add or remove cells; write null for no value",
        );
    });
  }
  const receipts = Array.isArray(value.sources) ? (value.sources as string[]) : [];
  const voiced =
    value.attributed_to ||
    value.certainty === "claimed" ||
    collection === "positions" ||
    collection === "meetings" ||
    collection === "point-counts";
  const standings = receipts.map((id) => sources.get(id)?.value.standing);
  if (receipts.length > 0 && !voiced && standings.every((standing) => standing === "state-controlled")) {
    report(
      row,
      ["sources"],
      "stands on state-controlled outlets alone",
      "another receipt, or attribution to that state",
      "add a source, or attribute the statement",
    );
  }
}

function valuesAt(row: Record<string, unknown>, path: string): { value: string; at: PropertyKey[] }[] {
  let found: { value: unknown; at: PropertyKey[] }[] = [{ value: row, at: [] }];
  for (const step of path.split(".")) {
    found = found.flatMap(({ value, at }) => {
      if (step === "[]") return Array.isArray(value) ? value.map((item: unknown, i) => ({ value: item, at: [...at, i] })) : [];
      const inner = (value as Record<string, unknown>)[step];
      return inner === undefined ? [] : [{ value: inner, at: [...at, step] }];
    });
  }
  return found as { value: string; at: PropertyKey[] }[];
}

/** The id that shares most two-letter sequences with `wanted` (Dice coefficient), if it is close enough to be meant. */
function nearest(wanted: string, ids: readonly string[]): string | undefined {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const target = pairs(wanted);
  let best: { id: string; score: number } | undefined;
  for (const id of ids) {
    const other = pairs(id);
    const score = (2 * [...target].filter((pair) => other.has(pair)).length) / (target.size + other.size);
    if (score > (best?.score ?? 0.6)) best = { id, score };
  }
  return best?.id;
}
