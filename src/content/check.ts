import { globSync } from "node:fs";
import { join, parse, sep } from "node:path";
import { chartSpec, readCharts } from "../charts/read-charts.ts";
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
  unusedSources,
} from "../ledger/read-ledger.ts";
import { findUnquotedNumbers } from "../texts/check-figures.ts";
import { plural } from "../format/numbers.ts";
import { findPageName } from "../phrases/links.ts";
import { checkText, checkTexts, isTextName, textKinds, textNames } from "../texts/check.ts";
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
import { CONTENT_DIR } from "../settings.ts";
import { frontTexts, getSite, type Site, siteIds, siteSchema } from "../site.ts";
import { writeJsonSchemas } from "./json-schemas.ts";

/**
 * Stops after the first step with problems.
 * There is no ledger if site.yaml has one.
 */
export function inspectContent(directory: string) {
  const file = readYamlFile(join(directory, "site.yaml"));
  const site = validate(file, siteSchema);
  if (!site) return { problems: sortProblems(file.problems), warnings: [], summary: "site.yaml" };
  const ids = siteIds(site);
  const { ledger, rows, problems, warnings } = inspectLedger(`${directory}/ledger`, ids);
  if (problems.length === 0) inspectFiles(directory, file, site, ids, ledger, rows, problems, warnings);
  const numbers = findUnquotedNumbers(rows).flatMap((found) => found.numbers);
  const unquoted = `; ${plural(numbers.length, "number")} that no words of their sources have (npm run story -- numbers)`;
  return {
    ledger,
    problems: sortProblems(problems),
    warnings: sortProblems(warnings),
    summary: `${rows.length} rows of the ledger${numbers.length > 0 ? unquoted : ""}`,
  };
}

function inspectFiles(
  directory: string,
  site: YamlFile,
  { front }: Site,
  lists: SiteIds,
  ledger: Ledger,
  rows: readonly PlacedRow[],
  problems: Problem[],
  warnings: Problem[],
) {
  const read = <Result>(reader: (path: string, ledger: Ledger) => Result, name: string) => {
    try {
      return reader(join(directory, name), ledger);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  problems.push(...unreadFiles(directory));
  // What refers to such a file is not wrong itself.
  if (problems.length > 0) return;
  const charts = read(readCharts, "charts");
  const terms = read((path) => readGlossary(path, lists), "glossary.yaml");
  const changes = read(readChanges, "changes.yaml");
  const accused = accusedOf(ledger);
  for (const name of globSync(["charts/*.yaml", ...SINGLE_FILES], { cwd: directory })) {
    const file = readYamlFile(join(directory, name));
    warnings.push(...file.warnings);
    // Changes repeat what a text said.
    if (name !== "changes.yaml") problems.push(...accusationProblems(file, accused));
    if (name.startsWith("charts")) problems.push(...missingRows(lists, chartSpec, file.value, file.problem));
  }
  if (!charts || !terms || !changes) return;

  const idsIn = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const explainers = textNames(join(directory, "explainers"));
  const ids = {
    ...idsOf(ledger),
    ...lists,
    ...{ charts: idsIn(charts), terms: idsIn(terms), explainers: new Set(explainers) },
  };
  const titles = new Map([...ids.charts, ...explainers].map((id) => [id, id]));
  const kinds = textKinds(ledger, ids);
  const changesFile = readYamlFile(join(directory, "changes.yaml"));
  const texts = [
    ...checkTexts(join(directory, "explainers"), kinds.explainer),
    ...checkTexts(join(directory, "pages"), kinds.page),
  ];
  const cited = [
    ...changes.flatMap(({ sources }) => sources ?? []),
    ...ledger.texts
      .flatMap(({ sources, passages }) => [sources, ...passages.map((passage) => passage.sources)])
      .flat(),
  ];
  warnings.push(...texts.flatMap((text) => text.warnings));
  problems.push(
    ...texts.flatMap((text) => text.problems),
    ...frontTexts(front).flatMap(
      ([key, text]) => checkText(site.name, text, kinds.explainer, site.place(["front", key])).problems,
    ),
    ...missingRows(ids, siteSchema, site.value, site.problem),
    ...unusedSources(rows, new Set(cited)),
  );
  for (const [i, { page }] of ((changesFile.value ?? []) as SiteChange[]).entries())
    if (findPageName(page, ledger, titles) === undefined)
      problems.push(
        changesFile.problem(
          [i, "page"],
          `the site has no page \`${page}\``,
          "correct the path, or name the page that has this now",
        ),
      );
  for (const [i, { clause, words }] of front.questions.entries())
    for (const [n, { draft }] of words.entries())
      if (!answerOf(ledger, draft, clause))
        problems.push(
          site.problem(
            ["front", "questions", i, "words", n],
            `the draft \`${draft}\` has no answer to \`${clause}\``,
            "remove the word, or add the answer",
          ),
        );
}

const SINGLE_FILES = ["site.yaml", "glossary.yaml", "changes.yaml"];

function unreadFiles(directory: string): Problem[] {
  const report = (name: string, fix: string) =>
    problemOf(fileName(join(directory, name)), "nothing reads a file of this name", fix);
  const single = globSync("*.{yaml,yml}", { cwd: directory });
  const texts = globSync("{explainers,pages}/**/*.{mdx,md}", { cwd: directory });
  const beside = globSync("ledger/**/*.*", { cwd: directory }).filter((name) => !/\.ya?ml$/.test(name));
  return [
    ...single
      .filter((name) => !SINGLE_FILES.includes(name))
      .map((name) =>
        report(name, `rename it to one of ${SINGLE_FILES.join(", ")}, or move it into a folder`),
      ),
    ...beside.map((name) => report(name, "rename it to end in .yaml, or move it: wordings belong in texts/")),
    ...texts.flatMap((name) => {
      const [folder = ""] = name.split(sep, 1);
      const read = `${folder}/${parse(name).name}.mdx`;
      if (name !== read) return report(name, `rename it to ${read}`);
      if (isTextName(folder, parse(name).name)) return [];
      return report(
        name,
        folder === "pages"
          ? "rename it to about.mdx or cases.mdx, or move it into explainers/"
          : "rename it to lower-case letters and digits joined by single hyphens, and not to the path of other pages",
      );
    }),
  ];
}

/** Also writes the schemas for editors. */
export function inspectOwnContent() {
  const inspected = inspectContent(CONTENT_DIR);
  if (inspected.ledger) writeJsonSchemas(inspected.ledger, siteIds(getSite()));
  return inspected;
}
