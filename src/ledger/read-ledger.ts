import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { accusationProblems, accusedOf } from "./accusations.ts";
import { nearestHeldDrafts, textsOf, unalignedPassages } from "./alignments.ts";
import { type CollectionName, collections, type Ledger, type Row, rowKey } from "./ledger.ts";
import { day, id, line, list } from "../yaml/fields.ts";
import { sources, topic } from "./fields.ts";
import { checkRules, rules, warnings as warningRules } from "./rules.ts";
import { checkLimits, readTexts, type TextFile, textHead } from "./texts.ts";
import {
  ContentError,
  fileName,
  type Path,
  type Problem,
  problemOf,
  readYamlFile,
  validate,
  type YamlFile,
} from "../yaml/yaml-file.ts";

/** A valid row with its place in a file. */
export interface PlacedRow<Value extends object = Record<string, unknown>> {
  /** Or what the rows of another file are: “terms”. */
  collection: string;
  key: string;
  value: Value;
  file: YamlFile;
  /** A problem at a path in the row. */
  problem: YamlFile["problem"];
}

/**
 * Reads all collections under `directory` (a file or folder each) and the texts of drafts beside it, and checks rows, then ids and references, then rules; stops after the first step with problems. Valid rows are always
 * returned. `warnings` do not stop a build.
 */
export function inspectLedger(
  directory: string,
  siteIds: SiteIds,
  textsDirectory = join(directory, "../texts"),
) {
  const problems: Problem[] = [];
  const rows: PlacedRow[] = [];
  for (const name of globSync("**/*.{yml,yaml}", { cwd: directory }).sort()) {
    const path = join(directory, name);
    const collection = name.split(/[\\/.]/, 1).join("") as CollectionName;
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
  const texts = readTexts(textsDirectory, problems);
  const ledger = {
    ...Object.fromEntries(
      Object.keys(collections).map((name) => [name, byCollection.get(name)?.map(({ value }) => value) ?? []]),
    ),
    texts: texts.map(({ text }) => text),
  } as unknown as Ledger;
  if (problems.length === 0) {
    const ids = { ...idsOf(ledger), ...siteIds };
    const missing = ({ collection, value, problem }: PlacedRow) =>
      missingRows(ids, collections[collection as CollectionName], value, problem);
    problems.push(
      ...duplicateIds(rows),
      ...rows.flatMap(missing),
      ...texts.flatMap(({ file }) => missingRows(ids, textHead, file.value, file.problem)),
    );
  }
  if (problems.length === 0) {
    const accused = accusedOf(ledger);
    // Titles of sources stay as published.
    const files = new Set(rows.flatMap(({ collection, file }) => (collection === "sources" ? [] : file)));
    problems.push(
      ...checkRules(rules, rows, ledger),
      ...[...files].flatMap((file) => accusationProblems(file, accused)),
      ...texts.flatMap(checkLimits),
    );
  }
  const files = new Set(rows.map(({ file }) => file));
  const warnings = [...files].flatMap((file) => file.warnings);
  if (problems.length === 0)
    warnings.push(
      ...checkRules(warningRules, rows, ledger),
      ...texts.flatMap((text) => unalignedWarnings(text, ledger)),
    );
  return { ledger, rows, problems, warnings };
}

/** Passages of a whole text of which no row says what they came from or became. */
function unalignedWarnings({ text, problemAt }: TextFile, ledger: Ledger): Problem[] {
  const hasNeighbour = ledger.drafts.some((draft) =>
    nearestHeldDrafts(ledger, draft).some((other) => [draft.id, other.draft.id].includes(text.draft)),
  );
  if (text.extent !== "whole" || !hasNeighbour || textsOf(ledger, text.draft)[0] !== text) return [];
  const open = unalignedPassages(ledger, text).map(({ number }) => number);
  const [first] = open;
  if (first === undefined) return [];
  const message = `${open.length} of ${text.passages.length} passages are in no alignment: ${open.join(", ")}`;
  return [problemAt(first, message, "add rows to alignments.yaml; `npm run story -- align` proposes them")];
}

/** Throws a ContentError with every problem. */
export function readLedger(directory: string, siteIds: SiteIds, textsDirectory?: string): Ledger {
  const { ledger, problems } = inspectLedger(directory, siteIds, textsDirectory);
  if (problems.length > 0) throw new ContentError(problems);
  return ledger;
}

/** Returns the valid rows of a YAML list and adds errors to `problems`. */
function readRows<Value extends object>(
  path: string,
  collection: string,
  schema: z.ZodType<Value>,
  problems: Problem[],
): PlacedRow<Value>[] {
  const file = readYamlFile(path);
  const list: unknown[] = Array.isArray(file.value) ? file.value : [];
  if (file.value !== undefined && list !== file.value)
    file.problems.push(
      file.problem([], `the file is not a list of ${collection}`, "start each row with a hyphen"),
    );
  const rows = list.flatMap((row, index) => {
    const value = validate(file, schema, row, [index]);
    const problem: YamlFile["problem"] = (path, ...words) => file.problem([index, ...path], ...words);
    return value ? { collection, key: rowKey(collection, value), value, file, problem } : [];
  });
  problems.push(...file.problems);
  return rows;
}

/** Lists of site.yaml whose ids rows may name. */
const SITE_LISTS = ["topics", "sides", "reader_questions"] as const;
export type SiteIds = Readonly<Record<(typeof SITE_LISTS)[number], ReadonlySet<string>>>;

type LedgerTarget = CollectionName | "clauses";
type Target = LedgerTarget | keyof SiteIds | "charts" | "explainers";
type Ids = Readonly<Partial<Record<Target, ReadonlySet<string>>>>;

interface Reference {
  id: string;
  path: Path;
  targets: readonly Target[];
}

/** Finds the ids in a value (of a union by its first form that fits) whose schema fields are declared by `ref`. */
function referencesIn(schema: unknown, value: unknown, path: Path = []): Reference[] {
  if (value === undefined) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return referencesIn(schema.unwrap(), value, path);
  if (schema instanceof z.ZodArray)
    return (value as unknown[]).flatMap((item, i) => referencesIn(schema.element, item, [...path, i]));
  if (schema instanceof z.ZodUnion)
    return schema.options
      .filter((option) => (option as z.ZodType).safeParse(value).success)
      .slice(0, 1)
      .flatMap((option) => referencesIn(option, value, path));
  if (schema instanceof z.ZodRecord)
    return Object.entries(value as object).flatMap(([key, item]) =>
      referencesIn(schema.valueType, item, [...path, key]),
    );
  if (schema instanceof z.ZodTuple)
    return schema.def.items.flatMap((item, i) => referencesIn(item, (value as unknown[])[i], [...path, i]));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      referencesIn(field, (value as Record<string, unknown>)[key], [...path, key]),
    );
  const targets = schema instanceof z.ZodString && schema.meta()?.collections;
  return targets ? [{ id: value as string, path, targets: targets as Target[] }] : [];
}

/** Ids of the rows by collection, and those of the clauses. */
export function idsOf(ledger: Ledger): Readonly<Record<LedgerTarget, ReadonlySet<string>>> {
  const clauses = ledger.themes.flatMap((theme) => theme.clauses);
  const { texts: _, ...collections } = ledger;
  const ids = Object.entries<readonly object[]>({ ...collections, clauses }).map(
    ([name, rows]) => [name, new Set(rows.map((row) => rowKey(name, row)))] as const,
  );
  return Object.fromEntries(ids) as Record<LedgerTarget, Set<string>>;
}

/** Reports references to rows that do not exist, by `problem` at a path in the value. */
export function missingRows(
  ids: Ids,
  schema: z.ZodType,
  value: unknown,
  problem: YamlFile["problem"],
): Problem[] {
  return referencesIn(schema, value)
    .filter(({ id, targets }) => !targets.some((target) => ids[target]?.has(id)))
    .map(({ id, path, targets }) => {
      const list = SITE_LISTS.find((list) => targets.includes(list));
      if (!list)
        return problem(
          path,
          `\`${id}\` does not exist in ${targets.join(", ")}`,
          "correct the id, or add the row",
        );
      const known = [...(ids[list] ?? [])].join(", ");
      return problem(
        path,
        `\`${id}\` does not exist in \`${list}\` of site.yaml`,
        known ? `write one of ${known}, or add it there` : "add it there",
      );
    });
}

/** Rows that references do not tell apart share their ids: `actors` may name a person or an organisation. */
const ID_SPACES: Readonly<Record<string, string>> = {
  people: "people and organisations",
  organisations: "people and organisations",
};

/** Reports ids used twice, also by clauses of themes. */
function duplicateIds(rows: readonly PlacedRow<object>[]): Problem[] {
  const first = new Map<string, Problem>();
  return rows.flatMap(({ collection, key, value, problem }) => {
    const clauses = collection === "themes" ? (value as Row<"themes">).clauses : [];
    const ids: [among: string, key: string, path: Path][] = [
      [ID_SPACES[collection] ?? collection, key, ["id"]],
      ...clauses.map(({ id }, i): [string, string, Path] => ["clauses", id, ["clauses", i, "id"]]),
    ];
    return ids.flatMap(([among, key, path]) => {
      const known = first.get(`${among} ${key}`);
      if (!known) first.set(`${among} ${key}`, problem([], "", ""));
      const fix = known && `choose another id, or merge with ${known.file}:${known.line}`;
      return fix ? problem(path, `the id \`${key}\` stands twice among ${among}`, fix) : [];
    });
  });
}

/** Reports sources that neither a row cites nor `elsewhere` (ids in explainers and changes) contains. */
export function unusedSources(rows: readonly PlacedRow[], elsewhere: ReadonlySet<string>): Problem[] {
  const cited = new Set(
    rows
      .flatMap(({ collection, value }) => referencesIn(collections[collection as CollectionName], value))
      .flatMap(({ id, targets }) => (targets.includes("sources") ? id : [])),
  );
  return rows
    .filter(({ collection, key }) => collection === "sources" && !cited.has(key) && !elsewhere.has(key))
    .map(({ problem, key }) =>
      problem(
        ["id"],
        `the source \`${key}\` is never cited`,
        "name it in a row, an explainer or a change, or remove it",
      ),
    );
}

export const termSchema = z.strictObject({
  id,
  term: line,
  definition: line.describe("What it means, in one or two sentences of our own."),
  also: list(line),
  topic,
});

export type Term = z.infer<typeof termSchema>;

/** The glossary in alphabetical order. Throws a ContentError with every invalid row. */
export function readGlossary(path: string): Term[] {
  return readList(path, "terms", termSchema).sort((a, b) => a.term.localeCompare(b.term, "en"));
}

export const changeSchema = z
  .strictObject({
    id: id.describe("Never reused: feed readers know the change by it."),
    date: day,
    page: line.regex(/^\/([a-z0-9-]+\/)*$/, "must be the path of a page, with a slash at both ends"),
    kind: z
      .enum(["addition", "change", "correction"])
      .describe(
        "addition: something new. change: put differently, or brought up to date. correction: it was wrong.",
      ),
    note: line,
    before: line.optional().describe("The old text, word for word; required for a correction."),
    after: line.optional().describe("The new text; required for a correction."),
    sources: sources.optional(),
  })
  .refine(({ kind, before, after }) => kind !== "correction" || (before && after), {
    path: ["kind"],
    error: "must not be `correction` without `before` and `after`",
    params: { fix: "quote the old text in `before` and the new text in `after`" },
  });

export type SiteChange = z.infer<typeof changeSchema>;

/**
 * Revisions and corrections, latest first; within a day the last of the file first. Throws a ContentError
 * with every invalid row and unknown source.
 */
export function readChanges(path: string, ledger: Ledger): SiteChange[] {
  const rows = readList(path, "changes", changeSchema, idsOf(ledger));
  return rows.reverse().sort((a, b) => b.date.localeCompare(a.date, "en"));
}

function readList<Row extends object>(path: string, what: string, schema: z.ZodType<Row>, ids?: Ids): Row[] {
  const problems: Problem[] = [];
  const rows = existsSync(path) ? readRows(path, what, schema, problems) : [];
  problems.push(...duplicateIds(rows));
  if (ids) problems.push(...rows.flatMap(({ value, problem }) => missingRows(ids, schema, value, problem)));
  if (problems.length > 0) throw new ContentError(problems);
  return rows.map(({ value }) => value);
}
