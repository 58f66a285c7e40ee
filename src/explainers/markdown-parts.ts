import { capital } from "../i18n/numbers.ts";
import type { Ledger, Source } from "../ledger/ledger.ts";
import { receiptLabel, standing } from "../ledger/sources.ts";
import { answerText } from "../views/answers.ts";
import type { FrontClause } from "../views/front-clauses.ts";
import { splitProceedings } from "../views/proceedings.ts";
import type { TextTable } from "../charts/read-charts.ts";
import { cellText } from "../charts/view.ts";
import { words as siteWords } from "../words/words.ts";

/** The footnotes of sources. */
type Cite = (ids: readonly string[]) => string;
/** Full address of the page at a path of the site. */
type Address = (path: string) => string;

/** Every criminal proceeding, one row each, those with these ids first. */
export function proceedingsMarkdown(
  ids: readonly string[],
  ledger: Ledger,
  address: Address,
  cite: Cite,
): string {
  return markdownTable(
    siteWords.explainer.proceedingHeads,
    Object.values(splitProceedings(ledger, ids))
      .flat()
      .flatMap(({ name, rows }) =>
        rows.map(({ id, person, personName, by, allegation, stage, asOf, answered, answer, sources }) => [
          name,
          link(personName, address(`/people/${person}/#${id}`)),
          by,
          allegation,
          `${capital(asOf)}: ${stage}`,
          [answered, answer].filter(Boolean).join(": ") + cite(sources),
        ]),
      ),
  );
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Clauses as they were first written and last read out, a list. */
export function redlinesMarkdown(clauses: readonly FrontClause[], cite: Cite): string {
  const side = ({ draft, provision, text }: FrontClause["before"]) =>
    `${answerText({ draft, provision: { ...provision, answer: text } })} (${draft.short}, ${draft.date})${cite(provision.sources)}`;
  return clauses
    .map(({ question, before, after }) => `- **${question.text}** ${side(before)} → ${side(after)}`)
    .join("\n");
}

/** A chart or a table of a text as its finding, what it shows, its rows, its caveats. */
export function tableMarkdown(
  { title, subtitle, view, notes }: Pick<TextTable, "title" | "subtitle" | "view" | "notes">,
  before: readonly string[] = [],
  after: readonly string[] = [],
): string {
  const { columns, rows } = view.table;
  const table = markdownTable(
    columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)),
    rows.map((row) => row.map(cellText)),
  );
  return [`### ${title}`, subtitle, ...before, table, ...notes, ...after].join("\n\n");
}

/** A source as a footnote: name, title, date, address. */
export function sourceLine(ledger: Ledger, source: Source): string {
  const title = source.title ?? source.about;
  return [
    receiptLabel(ledger, source),
    title && `“${title}”`,
    source.published,
    standing(ledger, source) === "state-controlled" && "state-controlled",
    `<${source.url}>`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** A link in Markdown. */
export function link(words: string, url: string): string {
  return `[${words}](${url})`;
}
