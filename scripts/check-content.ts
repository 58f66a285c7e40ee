import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { CONTENT_DIR } from "../src/content-dir.ts";
import { checkTexts, checkTextsIn, type TextKind, textKinds, textsIn } from "../src/explainers/check.ts";
import { readTableDescriptions } from "../src/files/tables.ts";
import type { Mention } from "../src/explainers/mdx.ts";
import { id } from "../src/ledger/fields.ts";
import { readChanges, readGlossary, type Term } from "../src/ledger/lists.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { accusationProblems, accusedOf } from "../src/ledger/accusations.ts";
import {
  ContentError,
  fileName,
  formatProblem,
  type Problem,
  problemOf,
  readYamlFile,
  schemaProblems,
  sortProblems,
} from "../src/ledger/yaml-file.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import { unusedSources } from "../src/ledger/sources.ts";
import { idsOf, missingRows } from "../src/ledger/integrity.ts";
import { isReserved } from "../src/routes.ts";
import { site } from "../src/site.ts";

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
const { chartSpec, fillChart, readChartFiles, tableSpec } = await import("../src/charts/read-charts.ts");
const { frontSchema } = await import("../src/front.ts");
const { writeJsonSchemas } = await import("./json-schemas.ts");

export function inspectContent(directory: string): {
  ledger: Ledger;
  problems: Problem[];
  warnings: Problem[];
  summary: string;
} {
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
  collect(() => readTableDescriptions(`${directory}/data-tables.yaml`), []);
  const changes = collect(() => readChanges(`${directory}/changes.yaml`, ledger), undefined);
  // An unreadable ledger or glossary would make every mention in a text look unknown.
  const kinds =
    problems.length === 0 && glossary
      ? textKinds({ ledger, glossary, chartIds, tableIds: tables.map(({ id }) => id) })
      : undefined;
  const text = kinds && checkTexts(explainers, kinds.explainer);
  if (text) found.push(...text.problems, ...checkTexts(`${directory}/pages`, kinds.page).problems);
  const front = kinds && inspectSite(directory, ledger, kinds.explainer, chartIds);
  found.push(...(front?.problems ?? []));
  // Charts and the use of sources need the whole ledger.
  if (problems.length === 0) {
    found.push(...tooFewRows(directory, ledger));
    found.push(...charts.flatMap((chart) => fillChart(chart, ledger).problems));
    if (changes) {
      const elsewhere = [
        ...citedIn([...(text?.mentions ?? []), ...(front?.mentions ?? [])]),
        ...changes.flatMap((change) => change.sources ?? []),
      ];
      found.push(...unusedSources(rows, new Set(elsewhere)));
    }
  }
  found.push(...wrongNames(explainers));
  return {
    ledger,
    problems: sortProblems(found),
    warnings: sortProblems(warnings),
    summary: `${rows.length} rows of the ledger`,
  };
}

function citedIn(mentions: readonly Mention[]): string[] {
  return mentions.flatMap(({ component, ids }) => (component === "Cite" ? ids : []));
}

/** Least number of rows that every story needs, by collection. */
const LEAST_ROWS = { drafts: 2, themes: 1, answers: 1, sources: 1, publishers: 1 } as const;

function tooFewRows(directory: string, ledger: Ledger): Problem[] {
  return Object.entries(LEAST_ROWS).flatMap(([name, least]) => {
    const { length } = ledger[name as keyof typeof LEAST_ROWS];
    const file = `${directory}/ledger/${name}.yaml`;
    return length < least
      ? problemOf(file, `the story has ${length} ${name}, and needs ${least} at least`, "add a row")
      : [];
  });
}

/** Problems of `site.yaml` and of its mentions on the front page. src/site.ts validates names and topics. */
function inspectSite(
  directory: string,
  ledger: Ledger,
  kind: TextKind,
  chartIds: readonly string[],
): { problems: Problem[]; mentions: Mention[] } {
  const file = readYamlFile(join(directory, "site.yaml"));
  const front = (file.value as { front?: unknown } | undefined)?.front;
  const parsed = frontSchema.safeParse(front);
  if (front === undefined)
    file.problems.push(problemOf(file.name, "the site has no front page", "add `front` (docs/editing.md)"));
  else if (parsed.error) file.problems.push(...schemaProblems(file, ["front"], parsed.error.issues));
  if (parsed.error) return { problems: file.problems, mentions: [] };
  const { answer, now, redlines, sections, explainer } = parsed.data;
  const { problems, mentions } = checkTextsIn(
    file,
    [
      [["front", "answer"], answer],
      [["front", "now"], now ?? ""],
      ...sections.map(({ text }, i) => [["front", "sections", i, "text"], text] as [PropertyKey[], string]),
    ],
    kind,
  );
  const report = (path: PropertyKey[], message: string) =>
    problems.push(
      problemOf(file.name, message, "correct the name, or add the file or row", file.place(path)),
    );
  const explainers = textsIn(join(directory, "explainers"));
  const checkExplainer = (path: PropertyKey[], id: string) => {
    if (!explainers.includes(`${id}.mdx`)) report(path, `there is no explainers/${id}.mdx`);
  };
  checkExplainer(["front", "explainer"], explainer);
  for (const [i, topic] of site.topics.entries()) checkExplainer(["topics", i, "explainer"], topic.explainer);
  for (const [i, id] of redlines.entries()) {
    const problem = kind.components.Redlines?.(id);
    if (problem) report(["front", "redlines", i], `the clause \`${id}\` ${problem}`);
  }
  for (const [i, { picture }] of sections.entries())
    if (picture && "outcomes" in picture && !chartIds.includes(picture.outcomes))
      report(["front", "sections", i, "picture", "outcomes"], `there is no charts/${picture.outcomes}.yaml`);
  return {
    problems: [
      ...problems,
      ...missingRows(idsOf(ledger), frontSchema, parsed.data, file, ["front"]),
      ...accusationProblems(file, accusedOf(ledger)),
    ],
    mentions,
  };
}

/** Explainers whose name is not a valid path, or is the path of another page. */
function wrongNames(directory: string): Problem[] {
  return textsIn(directory).flatMap((name) => {
    const found = basename(name, ".mdx");
    const isName = id.safeParse(found).success;
    if (isName && !isReserved(found)) return [];
    return problemOf(
      fileName(join(directory, name)),
      `\`${found}\` ${isName ? "is the path of other pages" : "is not a valid explainer name"}`,
      "rename the file to lower-case letters and digits joined by single hyphens that are the path of nothing else (src/routes.ts)",
    );
  });
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
