import { globSync } from "node:fs";
import { join, parse, sep } from "node:path";
import { z } from "zod";
import { chartSpec, readCharts, readTables, tableSpec } from "../charts/read-charts.ts";
import { readTableDescriptions } from "../files/tables.ts";
import { accusationProblems, accusedOf } from "../ledger/accusations.ts";
import type { Ledger, PlacedRow } from "../ledger/ledger.ts";
import { answerOf } from "../ledger/lookup.ts";
import {
  idsOf,
  inspectLedger,
  missingRows,
  readChanges,
  readGlossary,
  type SiteChange,
  type SiteIds,
  termSchema,
  unusedSources,
} from "../ledger/read-ledger.ts";
import { findUnquotedNumbers } from "../ledger/unquoted-numbers.ts";
import { plural } from "../format/numbers.ts";
import { findPageName } from "../phrases/links.ts";
import { checkText, checkTexts, textKinds, textNames } from "../texts/check.ts";
import {
  ContentError,
  fileName,
  type Problem,
  problemOf,
  readYamlFile,
  sortProblems,
  validate,
  type YamlFile,
} from "../yaml/yaml-file.ts";
import { CONTENT_DIR, SITE_URL } from "../settings.ts";
import { type Front, frontTexts, readFront, siteWithFront } from "./front.ts";
import { getSite, siteIds, siteSchema } from "../site.ts";
import { writeJsonSchemas } from "./json-schemas.ts";

/**
 * Checks site.yaml, then the ledger, then files that refer to it, then texts; stops after the first step with
 * problems. There is no ledger if site.yaml has a problem.
 */
export function inspectContent(directory: string): {
  ledger?: Ledger;
  problems: Problem[];
  warnings: Problem[];
  summary: string;
} {
  const file = readYamlFile(join(directory, "site.yaml"));
  const site = validate(file, siteSchema);
  if (!site) return { problems: sortProblems(file.problems), warnings: [], summary: "site.yaml" };
  const ids = siteIds(site);
  const { ledger, rows, problems, warnings } = inspectLedger(`${directory}/ledger`, ids);
  if (problems.length === 0) {
    const files = inspectFiles(directory, ledger, rows, ids);
    problems.push(...files.problems);
    warnings.push(...files.warnings);
  }
  return {
    ledger,
    problems: sortProblems(problems),
    warnings: sortProblems(warnings),
    summary: [`${rows.length} rows of the ledger`, ...unquotedNumbers(rows)].join("; "),
  };
}

/** How many numbers no words of a source have, if any. */
function unquotedNumbers(rows: readonly PlacedRow[]): string[] {
  const numbers = findUnquotedNumbers(rows).flatMap((found) => found.numbers);
  return numbers.length > 0
    ? [`${plural(numbers.length, "number")} in no words of a source (npm run story -- numbers)`]
    : [];
}

/** By the folder or the file. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  charts: chartSpec,
  tables: tableSpec,
  glossary: z.array(termSchema),
};

function inspectFiles(directory: string, ledger: Ledger, rows: readonly PlacedRow[], lists: SiteIds) {
  const problems = unreadFiles(directory);
  const warnings: Problem[] = [];
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
  for (const name of globSync(["{charts,tables}/*.yaml", ...SINGLE_FILES], { cwd: directory })) {
    const file = readYamlFile(join(directory, name));
    warnings.push(...file.warnings);
    if (!QUOTING_FILES.includes(name)) problems.push(...accusationProblems(file, accused));
    const schema = SCHEMAS[/^\w+/.exec(name)?.[0] ?? ""];
    if (schema) problems.push(...missingRows(lists, schema, file.value, file.problem));
  }
  if (!charts || !tables || !glossary || !changes || !front) return { problems, warnings };

  const idsIn = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const { explainer, page } = textKinds(ledger, {
    terms: idsIn(glossary),
    charts: idsIn(charts),
    tables: idsIn(tables),
    topics: [...lists.topics],
  });
  const site = readYamlFile(join(directory, "site.yaml"));
  const texts = [
    ...checkTexts(join(directory, "explainers"), explainer),
    ...checkTexts(join(directory, "pages"), page),
    ...frontTexts(front).map(([path, text]) => checkText(site.name, text, explainer, site.place(path))),
  ];
  const ids = {
    ...idsOf(ledger),
    ...lists,
    charts: new Set(idsIn(charts)),
    explainers: new Set(textNames(join(directory, "explainers"))),
  };
  const sourcesOfTexts = ledger.texts.flatMap((text) => [
    ...text.sources,
    ...text.passages.flatMap(({ sources }) => sources),
  ]);
  const titles = new Map([...ids.charts, ...ids.explainers].map((id) => [id, id]));
  const isPage = (path: string) => findPageName(path, ledger, titles) !== undefined;
  const cited = changes.flatMap(({ sources }) => sources ?? []);
  warnings.push(...texts.flatMap((text) => text.warnings));
  problems.push(
    ...texts.flatMap((text) => text.problems),
    ...missingRows(ids, siteWithFront, site.value, site.problem),
    ...unusedSources(rows, new Set([...cited, ...sourcesOfTexts])),
    ...rows
      .filter(({ collection, value }) => collection === "sources" && value.url.startsWith(SITE_URL.href))
      .map(({ problem }) =>
        problem(["url"], "the source is a page of this site", "cite what that page rests on"),
      ),
    ...missingPages(readYamlFile(join(directory, "changes.yaml")), isPage),
    ...missingAnswers(site, front, ledger),
  );
  return { problems, warnings };
}

/** YAML files of a story besides the ledger and the folders charts and tables. */
const SINGLE_FILES = ["site.yaml", "glossary.yaml", "changes.yaml", "data-tables.yaml"];
/** These repeat what a text said. */
const QUOTING_FILES = ["changes.yaml", "data-tables.yaml"];

/** Reports files whose name or folder keeps them from being read. */
function unreadFiles(directory: string): Problem[] {
  const report = (name: string, fix: string) =>
    problemOf(fileName(join(directory, name)), "nothing reads a file of this name", fix);
  const single = globSync("*.{yaml,yml}", { cwd: directory });
  const texts = globSync("{explainers,pages}/**/*.{mdx,md}", { cwd: directory });
  return [
    ...single
      .filter((name) => !SINGLE_FILES.includes(name))
      .map((name) =>
        report(name, `rename it to one of ${SINGLE_FILES.join(", ")}, or move it into a folder`),
      ),
    ...texts
      .map((name) => [name, `${name.split(sep, 1).join("")}/${parse(name).name}.mdx`] as const)
      .filter(([name, read]) => name !== read)
      .map(([name, read]) => report(name, `rename it to ${read}`)),
  ];
}

/** Reports pages that a change names, and that the site does not have. */
function missingPages(changes: YamlFile, isPage: (path: string) => boolean): Problem[] {
  return ((changes.value ?? []) as SiteChange[]).flatMap(({ page }, i) =>
    isPage(page)
      ? []
      : changes.problem(
          [i, "page"],
          `the site has no page \`${page}\``,
          "correct the path, or name the page that has this now",
        ),
  );
}

/** Reports words of the front page for answers that the ledger does not have. */
function missingAnswers(site: YamlFile, { questions }: Front, ledger: Ledger): Problem[] {
  return questions.flatMap(({ clause, words }, i) =>
    words.flatMap(({ draft }, n) =>
      answerOf(ledger, draft, clause)
        ? []
        : site.problem(
            ["front", "questions", i, "words", n],
            `the draft \`${draft}\` has no answer to \`${clause}\``,
            "remove the word, or add the answer",
          ),
    ),
  );
}

/** Checks the site’s own content and writes the schemas for editors. */
export function inspectOwnContent(): ReturnType<typeof inspectContent> {
  const inspected = inspectContent(CONTENT_DIR);
  if (inspected.ledger) writeJsonSchemas(inspected.ledger, siteIds(getSite()));
  return inspected;
}
