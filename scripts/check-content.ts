import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { checkTexts, checkTextsIn, type TextKind, textKinds } from "../src/explainers/check.ts";
import { id } from "../src/ledger/fields.ts";
import { readChanges, readGlossary, type Term } from "../src/ledger/lists.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { accusationProblems, accusedOf } from "../src/ledger/accusations.ts";
import { ContentError, formatProblem, type Problem, problemOf, sortProblems } from "../src/ledger/problem.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { unusedSources } from "../src/ledger/sources.ts";
import { idsOf, missingRows } from "../src/ledger/integrity.ts";
import { fileName, readYamlFile, schemaProblems } from "../src/ledger/yaml-file.ts";
import { isReserved } from "../src/routes.ts";
import { registerTsx } from "./register-tsx.ts";

registerTsx();
const { chartSpec, fillChart, readChartFiles, tableSpec } = await import("../src/charts/read-charts.ts");
const { tableViews, views } = await import("../src/charts/views.ts");
const { frontSchema } = await import("../src/front.ts");
const { writeJsonSchemas } = await import("./json-schemas.ts");

/**
 * Every problem of the content in `directory`. With `mayBeUnused`, unused sources are not reported: an editor adds a source
 * before the row that cites it.
 */
export function inspectContent(
  directory: string,
  { mayBeUnused = false } = {},
): { ledger: Ledger; problems: Problem[]; warnings: Problem[]; summary: string } {
  const { ledger, rows, problems, warnings } = inspectLedger(`${directory}/ledger`);
  const found = [...problems];
  const collect = <Result>(read: () => Result, otherwise: Result): Result => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      found.push(...error.problems);
      return otherwise;
    }
  };
  const explainers = `${directory}/explainers`;
  const charts = readChartFiles(`${directory}/charts`, chartSpec);
  const tables = readChartFiles(`${directory}/tables`, tableSpec);
  found.push(...[...charts, ...tables].flatMap(({ problems }) => problems));
  const accused = accusedOf(ledger);
  found.push(
    ...[
      ...charts.map(({ file }) => file),
      ...tables.map(({ file }) => file),
      readYamlFile(`${directory}/glossary.yaml`),
    ].flatMap((file) => accusationProblems(file, accused)),
  );
  const chartIds = charts.map((chart) => chart.id);
  const glossary = collect<Term[] | undefined>(() => readGlossary(`${directory}/glossary.yaml`), undefined);
  const changes = collect(() => readChanges(`${directory}/changes.yaml`, ledger), undefined);
  // With a ledger or a glossary that cannot be read, what a text names would seem to be unknown.
  const kinds =
    problems.length === 0 && glossary
      ? textKinds({ ledger, glossary, chartIds, tableIds: tables.map(({ id }) => id) })
      : undefined;
  const text = kinds && checkTexts(explainers, kinds.explainer);
  if (text) found.push(...text.problems, ...checkTexts(`${directory}/pages`, kinds.page).problems);
  const named = (component: string) =>
    new Set(
      (text?.mentions ?? []).flatMap((mention) => (mention.component === component ? mention.ids : [])),
    );
  const front = kinds && inspectSite(`${directory}/site.yaml`, ledger, kinds.explainer);
  found.push(...(front?.problems ?? []));
  // Charts and what a source is used for need the whole ledger.
  if (problems.length === 0) {
    found.push(...charts.flatMap((chart) => fillChart(chart, ledger, views).problems));
    found.push(...tables.flatMap((table) => fillChart(table, ledger, tableViews).problems));
    if (!mayBeUnused && changes) {
      const elsewhere = [
        ...named("Cite"),
        ...(front?.cited ?? []),
        ...changes.flatMap((change) => change.sources ?? []),
      ];
      found.push(...unusedSources(rows, ledger, new Set(elsewhere)));
    }
  }
  found.push(...wrongNames(explainers));
  const terms = (glossary ?? []).map(({ id }) => id).filter((id) => !named("Term").has(id));
  const unused = terms.length > 0 ? `; terms that no explainer uses: ${terms.join(", ")}` : "";
  return {
    ledger,
    problems: sortProblems(found),
    warnings: sortProblems(warnings),
    summary: `${rows.length} rows of the ledger${unused}`,
  };
}

/** Problems of `site.yaml`, and the sources that its front page cites. Names and topics are judged where src/site.ts reads them. */
function inspectSite(path: string, ledger: Ledger, kind: TextKind): { problems: Problem[]; cited: string[] } {
  const file = readYamlFile(path);
  const front = (file.value as { front?: unknown } | undefined)?.front;
  if (front === undefined) return { problems: file.problems, cited: [] };
  const parsed = frontSchema.safeParse(front);
  if (parsed.error) return { problems: schemaProblems(file, ["front"], parsed.error.issues), cited: [] };
  const { answer, now, sections } = parsed.data;
  const texts: [PropertyKey[], string][] = [
    [["front", "answer"], answer],
    [["front", "now"], now],
    ...sections.map(({ text }, i): [PropertyKey[], string] => [["front", "sections", i, "text"], text]),
  ];
  const { problems, mentions } = checkTextsIn(file, texts, kind);
  return {
    problems: [
      ...problems,
      ...missingRows(idsOf(ledger), frontSchema, parsed.data, file, ["front"]),
      ...accusationProblems(file, accusedOf(ledger)),
    ],
    cited: mentions.flatMap(({ component, ids }) => (component === "Cite" ? ids : [])),
  };
}

/** Explainers whose name cannot be an address, or is the address of another page. */
function wrongNames(directory: string): Problem[] {
  return readdirSync(directory).flatMap((name) => {
    const found = basename(name, ".mdx");
    const isName = id.safeParse(found).success;
    if (found === name || (isName && !isReserved(found))) return [];
    return problemOf(
      fileName(join(directory, name)),
      `\`${found}\` ${isName ? "is the path of other pages" : "is not a valid explainer name"}`,
      "rename the file to lower-case letters and digits joined by single hyphens that are the path of nothing else (src/routes.ts)",
    );
  });
}

/** The same of the site’s own content; also writes the schemas that editors complete from. */
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
