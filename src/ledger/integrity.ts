import { checkAccusations } from "./accusations.ts";
import type { Publisher, Source } from "./ledger.ts";
import type { Problem } from "./problem.ts";
import type { PlacedRow } from "./read-ledger.ts";
import type { CollectionName } from "./schema.ts";
import { originOf, type Standing, standingOf } from "./standing.ts";

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
  "proceedings",
  "exits",
  "case-steps",
  "flows",
  "series",
  "aid",
] as const;
const SOURCES: Reference = ["sources.[]", ["sources"]];

const REFERENCES: Readonly<Record<CollectionName, readonly Reference[]>> = {
  sources: [
    ["publisher", ["publishers"]],
    ["relays.[]", ["publishers"]],
  ],
  publishers: [],
  readings: [],
  events: [SOURCES, ["actors.[]", ACTORS], ["quote.by", ACTORS], ["quote.source", ["sources"]]],
  people: [SOURCES],
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
  proceedings: [SOURCES, ["person", ["people"]], ["answer.sources.[]", ["sources"]], ["in_favour.sources.[]", ["sources"]]],
  "case-steps": [SOURCES, ["persons.[]", ["people"]], ["proceedings.[]", ["proceedings"]]],
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
    checkRules(row, index, report);
  }
  checkAccusations(rows, report);
  return problems;
}

/** Takes one problem of a row: where in it, what is wrong, what was expected, how to mend it. */
export type Report = (row: PlacedRow, path: ReadonlyArray<PropertyKey>, wrong: string, expected: string, mend: string) => void;

type Index = ReadonlyMap<Target, ReadonlyMap<string, PlacedRow>>;

function sound<Row>(index: Index, target: Target, key: string): Row | undefined {
  const row = index.get(target)?.get(key);
  return row?.valid ? (row.value as Row) : undefined;
}

/** Standing of a source; undefined where it, or a publisher that it names, is missing or wrong in itself. */
function standing(index: Index, id: string): Standing | undefined {
  const source = sound<Source>(index, "sources", id);
  const publisher = source && sound<Publisher>(index, "publishers", source.publisher);
  const origin = source && sound<Publisher>(index, "publishers", originOf(source));
  return publisher && origin && standingOf(source, publisher, origin);
}

function checkRules(row: PlacedRow, index: Index, report: Report): void {
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
  if (collection === "sources" && (value.relays as string[]).length === 0) {
    if (sound<Publisher>(index, "publishers", value.publisher as string)?.kind === "aggregator") {
      report(
        row,
        ["publisher"],
        "an aggregator does not say whose work it carries",
        "`relays`",
        "name the origin in `relays`, or `unnamed`",
      );
    }
    if (value.carries) {
      report(row, ["carries"], "the page carries a text, and nobody is named whose", "`relays`", "name the origin in `relays`");
    }
  }
  if (collection === "events" && value.status !== "confirmed" && !value.attributed_to) {
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
  if (receipts.length > 0 && !voiced && receipts.every((id) => standing(index, id) === "state-controlled")) {
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
