import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { z } from "zod";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { checkText, checkTexts, textKinds, textNames } from "../src/explainers/check.ts";
import { readTableDescriptions } from "../src/files/tables.ts";
import { frontTexts, readFront, siteWithFront } from "../src/front.ts";
import { accusationProblems, accusedOf } from "../src/ledger/accusations.ts";
import { collections, type Ledger } from "../src/ledger/ledger.ts";
import {
  ContentError,
  formatProblem,
  type Problem,
  readYamlFile,
  sortProblems,
} from "../src/ledger/yaml-file.ts";
import {
  changeSchema,
  idsOf,
  inspectLedger,
  missingRows,
  type PlacedRow,
  readChanges,
  readGlossary,
  termSchema,
  unusedSources,
} from "../src/ledger/read-ledger.ts";

// Plain Node cannot import the `.tsx` files of charts.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), "utf8"), {
      loader: "tsx",
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcemap: "inline",
    });
    return { format: "module", source: code, shortCircuit: true };
  },
});
const { chartSpec, readCharts, readTables, tableSpec } = await import("../src/charts/read-charts.ts");

/** Checks the ledger, then files that refer to it, then texts; stops after the first step with problems. */
export function inspectContent(directory: string): {
  ledger: Ledger;
  problems: Problem[];
  warnings: Problem[];
  summary: string;
} {
  const { ledger, rows, problems, warnings } = inspectLedger(`${directory}/ledger`);
  if (problems.length === 0) problems.push(...inspectFiles(directory, ledger, rows));
  return {
    ledger,
    problems: sortProblems(problems),
    warnings: sortProblems(warnings),
    summary: `${rows.length} rows of the ledger`,
  };
}

function inspectFiles(directory: string, ledger: Ledger, rows: readonly PlacedRow[]): Problem[] {
  const problems: Problem[] = [];
  const read = <Result>(reader: (path: string, ledger: Ledger) => Result, name: string) => {
    try {
      return reader(join(directory, name), ledger);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const charts = read(readCharts, "charts");
  const tables = read(readTables, "tables");
  const glossary = read(readGlossary, "glossary.yaml");
  const changes = read(readChanges, "changes.yaml");
  const front = read((path) => readFront(path), "");
  read(readTableDescriptions, "data-tables.yaml");
  const accused = accusedOf(ledger);
  for (const name of globSync("{charts/*,tables/*,glossary,site}.yaml", { cwd: directory }))
    problems.push(...accusationProblems(readYamlFile(join(directory, name)), accused));
  if (!charts || !tables || !glossary || !changes || !front) return problems;

  const idsIn = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const { explainer, page } = textKinds(ledger, {
    terms: idsIn(glossary),
    charts: idsIn(charts),
    tables: idsIn(tables),
  });
  const site = readYamlFile(join(directory, "site.yaml"));
  const redlines = `<Redlines id="${front.redlines.join(" ")}" />`;
  const texts = [
    ...checkTexts(join(directory, "explainers"), explainer),
    ...checkTexts(join(directory, "pages"), page),
    ...[...frontTexts(front), [["front", "redlines"], redlines] as const].map(([path, text]) =>
      checkText(site.name, text, explainer, site.place(path)),
    ),
  ];
  const ids = {
    ...idsOf(ledger),
    charts: new Set(idsIn(charts)),
    explainers: new Set(textNames(join(directory, "explainers"))),
  };
  const cited = [...texts.flatMap(({ cited }) => cited), ...changes.flatMap(({ sources }) => sources ?? [])];
  problems.push(
    ...texts.flatMap(({ problems }) => problems),
    ...missingRows(ids, siteWithFront, site.value, site.problem),
    ...unusedSources(rows, new Set(cited)),
  );
  return problems;
}

/** .vscode/settings.json maps files to these schemas. */
export const SCHEMA_FOLDER = ".cache/schemas";

/** By name of the collection or file. */
const FILES: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(collections).map(([name, row]) => [name, z.array(row)])),
  charts: chartSpec,
  tables: tableSpec,
  glossary: z.array(termSchema),
  changes: z.array(changeSchema),
  site: siteWithFront,
};

/**
 * JSON Schemas by name. A field that refers to rows suggests the ids of `ledger` and accepts others, because
 * a row may not be written yet.
 */
export function jsonSchemas(ledger: Ledger): Record<string, object> {
  const ids = idsOf(ledger);
  const schemaOf = (type: z.ZodType) =>
    z.toJSONSchema(type, {
      io: "input",
      unrepresentable: "any",
      override: ({ jsonSchema }) => {
        const targets = jsonSchema.collections as (keyof typeof ids)[] | undefined;
        delete jsonSchema.collections;
        delete jsonSchema.form;
        const known = targets?.flatMap((target) => [...(ids[target] ?? [])]) ?? [];
        if (known.length === 0) return;
        const { pattern, maxLength } = jsonSchema;
        jsonSchema.anyOf = [
          { enum: known },
          { type: "string", ...(pattern && { pattern }), ...(maxLength && { maxLength }) },
        ];
        delete jsonSchema.type;
        delete jsonSchema.pattern;
        delete jsonSchema.maxLength;
      },
    });
  return Object.fromEntries(Object.entries(FILES).map(([name, type]) => [name, schemaOf(type)]));
}

function writeJsonSchemas(ledger: Ledger): void {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas(ledger)))
    writeFileSync(`${SCHEMA_FOLDER}/${name}.json`, JSON.stringify(schema));
}

/** Checks the site’s own content and writes the schemas for editors. */
export function inspectOwnContent(): ReturnType<typeof inspectContent> {
  const inspected = inspectContent(CONTENT_DIR);
  writeJsonSchemas(inspected.ledger);
  return inspected;
}

if (import.meta.main) {
  const { problems, warnings, summary } = inspectOwnContent();
  for (const warning of warnings) console.warn(`warning: ${formatProblem(warning)}`);
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(
    `content: ${summary}; ${warnings.length || "no"} warnings; ${problems.length || "no"} problems`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
