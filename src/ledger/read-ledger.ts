import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { accusationProblems, accusedOf } from "./accusations.ts";
import { isHeldWhole, textsOf, unalignedPassages } from "./alignments.ts";
import { neighboursInWords } from "./compare-passages.ts";
import {
  type CollectionName,
  collections,
  type FileRow,
  type Ledger,
  type PlacedRow,
  type Row,
  rowKey,
} from "./ledger.ts";
import { day, id, isGiven, line, list, row, rule, topic } from "../yaml/fields.ts";
import { getRow } from "./lookup.ts";
import { quotedFields, receiptsIn, sources } from "./receipts.ts";
import { checkRules, rules, warnings as warningRules } from "./rules.ts";
import { UNNAMED } from "./sources.ts";
import { checkLimits, isPassageOf, readTexts, type TextFile, textHead } from "./texts.ts";
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

const NAMES = Object.keys(collections) as CollectionName[];

/**
 * Stops after the first step with problems. Valid rows are always
 * returned.
 */
export function inspectLedger(
  directory: string,
  siteIds: SiteIds,
  textsDirectory = join(directory, "../texts"),
) {
  const problems: Problem[] = [];
  const rows = globSync("**/*.{yml,yaml}", { cwd: directory })
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      // Of `people.yaml` or `events/talks.yaml`.
      const collection = NAMES.find((known) => known === /^[^\\/.]*/.exec(name)?.[0]);
      if (collection)
        // Rows that the schema of a collection has parsed are of its type.
        return readRows<object>(path, collection, collections[collection], problems).map(
          (row) => ({ ...row, collection }) as PlacedRow,
        );
      const fix = `rename it to the table that its rows belong to, or move it into the folder of that name: ${NAMES.join(", ")}`;
      problems.push(problemOf(fileName(path), "the file belongs to no collection", fix));
      return [];
    });
  const texts = readTexts(textsDirectory, problems);
  const ledger = makeLedger(rows, texts);
  if (problems.length === 0) {
    const ids = { ...idsOf(ledger), ...siteIds };
    problems.push(
      ...duplicateIds(rows.flatMap(placeIds)),
      ...rows.flatMap(({ collection, value, receipts, problem }) => [
        ...missingRows(ids, collections[collection], value, problem),
        ...receipts.flatMap((receipt) =>
          missingRows(ids, z.object(quotedFields), receipt, (_, ...words) => problem(["sources"], ...words)),
        ),
      ]),
      ...texts.flatMap(({ file }) => missingRows(ids, textHead, file.value, file.problem)),
    );
  }
  fillAnswers(ledger);
  const files = [...new Map(rows.map(({ file, collection }) => [file, collection]))];
  const warnings = [
    ...files.flatMap(([file]) => file.warnings),
    ...texts.flatMap(({ file }) => file.warnings),
  ];
  if (problems.length === 0) {
    const accused = accusedOf(ledger);
    problems.push(
      ...checkRules(rules, rows, ledger),
      // Titles of sources stay as published.
      ...files.flatMap(([file, name]) => (name === "sources" ? [] : accusationProblems(file, accused))),
      ...texts.flatMap(checkLimits),
    );
  }
  if (problems.length === 0)
    warnings.push(
      ...checkRules(warningRules, rows, ledger),
      ...texts.flatMap((text) => unalignedWarnings(text, ledger)),
    );
  return { ledger, rows, problems, warnings };
}

function makeLedger(rows: readonly PlacedRow[], texts: readonly TextFile[]): Ledger {
  const byCollection = Map.groupBy(rows, ({ collection }) => collection);
  const ledger = {
    ...Object.fromEntries(
      NAMES.map((name) => [name, byCollection.get(name)?.map(({ value }) => value) ?? []]),
    ),
    texts: texts.map(({ text }) => text),
    receipts: rows.flatMap(({ collection, key, receipts }) =>
      receipts.map((receipt) => ({ ...receipt, collection, key })),
    ),
  } as unknown as Ledger;
  // The origin that a page does not name needs no row of its own.
  const isUnnamed = ({ id }: { id: string }) => id === UNNAMED;
  if (ledger.sources.some(({ relays }) => relays.includes(UNNAMED)) && !ledger.publishers.some(isUnnamed))
    (ledger.publishers as Row<"publishers">[]).push({
      id: UNNAMED,
      name: "unnamed",
      kind: "aggregator",
      languages: [],
    });
  return ledger;
}

/**
 * An answer that names no sources has those of the passages that it is taken from or, where one of them is not held, of its
 * draft.
 */
function fillAnswers(ledger: Ledger) {
  for (const answer of ledger.answers as Row<"answers">[]) {
    if (answer.sources.length > 0) continue;
    const held = textsOf(ledger, answer.draft).flatMap(({ passages }) => passages);
    const taken = answer.passages.map((number) =>
      held.filter((passage) => isPassageOf(passage.number, [number])),
    );
    answer.sources =
      taken.length > 0 && taken.every(({ length }) => length > 0)
        ? [...new Set(taken.flat().flatMap(({ sources }) => sources))]
        : (ledger.drafts.find(({ id }) => id === answer.draft)?.sources ?? []);
  }
}

/** Passages of a whole text of which no row says what they came from or became. */
function unalignedWarnings({ text, problemAt }: TextFile, ledger: Ledger) {
  const { earlier, later } = neighboursInWords(ledger, getRow(ledger, "drafts", text.draft));
  const isComparable = [...earlier.map(({ draft }) => draft), ...later].some((draft) =>
    isHeldWhole(ledger, draft),
  );
  const open = unalignedPassages(ledger, text).map(({ number }) => number);
  const [first] = open;
  if (first === undefined || !isComparable || text.extent !== "whole") return [];
  if (textsOf(ledger, text.draft)[0] !== text) return [];
  const message = `${open.length} of ${text.passages.length} passages are in no alignment: ${open.join(", ")}`;
  return [problemAt(first, message, "add rows to alignments.yaml; `npm run story -- align` proposes them")];
}

export function readLedger(directory: string, siteIds: SiteIds, textsDirectory?: string): Ledger {
  const { ledger, problems } = inspectLedger(directory, siteIds, textsDirectory);
  if (problems.length > 0) throw new ContentError(problems);
  return ledger;
}

/** Adds errors to `problems`. */
function readRows<Value extends object>(
  path: string,
  collection: string,
  schema: z.ZodType<Value>,
  problems: Problem[],
): FileRow<Value>[] {
  const file = readYamlFile(path);
  const list: unknown[] = Array.isArray(file.value) ? file.value : [];
  if (file.value !== undefined && list !== file.value)
    file.problems.push(
      file.problem([], `the file is not a list of ${collection}`, "start each row with a hyphen"),
    );
  const rows = list.flatMap((row, index) => {
    const value = validate(file, schema, row, [index]);
    const problem: YamlFile["problem"] = (path, ...words) => file.problem([index, ...path], ...words);
    return value ? { key: rowKey(collection, value), value, receipts: receiptsIn(row), file, problem } : [];
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
  if (schema instanceof z.ZodPipe) return referencesIn(schema.in, value, path);
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

export function idsOf(ledger: Ledger): Readonly<Record<LedgerTarget, ReadonlySet<string>>> {
  const clauses = ledger.themes.flatMap((theme) => theme.clauses);
  const { texts: _texts, receipts: _receipts, ...collections } = ledger;
  const ids = Object.entries<readonly object[]>({ ...collections, clauses }).map(
    ([name, rows]) => [name, new Set(rows.map((row) => rowKey(name, row)))] as const,
  );
  return Object.fromEntries(ids) as Record<LedgerTarget, Set<string>>;
}

/** Endings of the files in folders of which one is meant by its name. */
const FILES: Readonly<Partial<Record<Target, string>>> = { charts: "yaml", explainers: "mdx" };

/** `problem` reports at a path in the value. */
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
      const known = [...((list && ids[list]) ?? [])].join(", ");
      const holder = Object.entries(ids).find(([, known]) => known.has(id))?.[0];
      const [file] = targets.flatMap((target) => FILES[target] ?? []);
      const fix = list
        ? `${known && `write one of ${known}, or `}add it there`
        : file
          ? `correct the name, or add ${targets.join(", ")}/${id}.${file}`
          : `correct the id${holder ? "" : ", or add the row"}`;
      const tables = targets.length > 3 ? "any table that can be named here" : targets.join(", ");
      const where = list ? `\`${list}\` of site.yaml` : tables;
      const wrong = holder ? `is of ${holder}, and must be of` : "does not exist in";
      return problem(path, `\`${id}\` ${wrong} ${where}`, fix);
    });
}

/** Rows that references do not distinguish share their ids: `actors` may name a person or an organisation. */
const ID_SPACES: Readonly<Record<string, string>> = {
  people: "people and organisations",
  organisations: "people and organisations",
};

/** An id, with the rows among which it must be the only one of its kind. */
interface PlacedId {
  among: string;
  id: string;
  problem: YamlFile["problem"];
  path: Path;
}

function placeIds(row: PlacedRow): PlacedId[] {
  const { collection, key, problem } = row;
  const own = { among: ID_SPACES[collection] ?? collection, id: key, problem, path: ["id"] };
  if (row.collection !== "themes") return [own];
  const clauses = row.value.clauses.map(({ id }, i) => {
    return { among: "clauses", id, problem, path: ["clauses", i, "id"] };
  });
  return [own, ...clauses];
}

function duplicateIds(ids: readonly PlacedId[]) {
  const first = new Map<string, PlacedId>();
  return ids.flatMap((placed) => {
    const { among, id, problem, path } = placed;
    const known = first.get(`${among} ${id}`);
    first.set(`${among} ${id}`, known ?? placed);
    if (!known) return [];
    const { file, line } = known.problem([], "", "");
    return problem(
      path,
      `the id \`${id}\` is used twice among ${among}`,
      `choose another id, or merge with ${file}:${line}`,
    );
  });
}

/** `elsewhere`: ids in explainers and changes. */
export function unusedSources(rows: readonly PlacedRow[], elsewhere: ReadonlySet<string>): Problem[] {
  const cited = new Set(
    rows
      .flatMap(({ collection, value }) => referencesIn(collections[collection], value))
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

export function readGlossary(path: string, known?: SiteIds): Term[] {
  return readList(path, "terms", termSchema, known).sort((a, b) => a.term.localeCompare(b.term, "en"));
}

export const changeSchema = row({
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
}).check(
  rule(
    "kind",
    "must not be `correction` without `before` and `after`",
    ({ kind, before, after }) => kind !== "correction" || (isGiven(before) && isGiven(after)),
    "quote the old text in `before` and the new text in `after`",
  ),
);

export type SiteChange = z.infer<typeof changeSchema>;

/** Latest first; within a day the last of the file first. */
export function readChanges(path: string, ledger: Ledger): SiteChange[] {
  const rows = readList(path, "changes", changeSchema, idsOf(ledger));
  return rows.reverse().sort((a, b) => b.date.localeCompare(a.date, "en"));
}

function readList<Row extends object>(path: string, what: string, schema: z.ZodType<Row>, known?: Ids) {
  const problems: Problem[] = [];
  const rows = existsSync(path) ? readRows(path, what, schema, problems) : [];
  const ids = rows.map(({ key, problem }) => ({ among: what, id: key, problem, path: ["id"] }));
  problems.push(...duplicateIds(ids));
  if (known)
    problems.push(...rows.flatMap(({ value, problem }) => missingRows(known, schema, value, problem)));
  if (problems.length > 0) throw new ContentError(problems);
  return rows.map(({ value }) => value);
}
