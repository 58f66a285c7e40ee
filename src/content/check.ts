import { globSync } from "node:fs";
import { join } from "node:path";
import { readCharts, readTables } from "../charts/read-charts.ts";
import { readTableDescriptions } from "../files/tables.ts";
import { accusationProblems, accusedOf } from "../ledger/accusations.ts";
import type { Ledger } from "../ledger/ledger.ts";
import {
  idsOf,
  inspectLedger,
  missingRows,
  type PlacedRow,
  readChanges,
  readGlossary,
  unusedSources,
} from "../ledger/read-ledger.ts";
import { checkText, checkTexts, textKinds, textNames } from "../texts/check.ts";
import { ContentError, type Problem, readYamlFile, sortProblems } from "../yaml/yaml-file.ts";
import { CONTENT_DIR } from "../settings.ts";
import { frontTexts, readFront, siteWithFront } from "./front.ts";
import { writeJsonSchemas } from "./json-schemas.ts";

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

/** Checks the site’s own content and writes the schemas for editors. */
export function inspectOwnContent(): ReturnType<typeof inspectContent> {
  const inspected = inspectContent(CONTENT_DIR);
  writeJsonSchemas(inspected.ledger);
  return inspected;
}
