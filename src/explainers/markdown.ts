import { capital } from "../i18n/numbers.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Event, Ledger, Provision, Reason, Source } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { getQuotation, quoted } from "../ledger/quotation.ts";
import { receiptLabel, receipts } from "../ledger/receipts.ts";
import { type Clause, followClause } from "../ledger/follow-clause.ts";
import { standing } from "../ledger/standing.ts";
import { answersOf } from "../views/clause-page.ts";
import { type FrontClause, thenAndNow } from "../views/front-clauses.ts";
import { splitProceedings } from "../views/proceedings.ts";
import type { Chart } from "../views/read-charts.ts";
import type { TextTable } from "../views/read-tables.ts";
import { cellText, type Table } from "../views/view.ts";
import { words as siteWords } from "../words/words.ts";
import { childrenOf, idsOf, isComponent, type Node, parseMdx, placeOf } from "./mdx.ts";

/** What an explainer's text may name. */
export interface Surroundings {
  ledger: Ledger;
  glossary: readonly Term[];
  charts: readonly Chart[];
  tables: readonly TextTable[];
  /** Full address of the page at a path of the site. */
  address: (path: string) => string;
}

/**
 * The explainer as plain Markdown: citations are footnotes with the address of their source, charts are tables, names are
 * links. `body` is the MDX below the frontmatter. Throws if it names something that does not exist.
 */
export function explainerMarkdown(
  page: { id: string; title: string; description: string; modified: string; body: string },
  around: Surroundings,
): string {
  const { ledger, address } = around;
  const notes = new Map<string, number>();
  const cite = (ids: readonly string[]) =>
    receipts(ledger, [...new Set(ids)])
      .map(({ id }) => `[^${notes.get(id) ?? notes.set(id, notes.size + 1).get(id)}]`)
      .join("");
  const stated = (rows: readonly (Event | Reason)[], words: string) => {
    const own = rows.some((row) => "inference" in row && row.inference)
      ? ` (${siteWords.reasons.ownReading})`
      : "";
    const unsure = [...new Set(rows.map((row) => row.status))].filter((status) => status !== "confirmed");
    return (
      words + own + unsure.map((status) => ` (${status})`).join("") + cite(rows.flatMap((row) => row.sources))
    );
  };
  const write: Partial<Record<string, (ids: string[], words: string) => string>> = {
    Cite: (ids) => cite(ids),
    Fact: (ids, words) =>
      stated(
        ids.map((id) => get(ledger, "events", id)),
        words,
      ),
    Reason: (ids, words) =>
      stated(
        ids.map((id) => get(ledger, "reasons", id)),
        words,
      ),
    Draft: ([id = ""], words) =>
      link(words || get(ledger, "drafts", id).name, address(`/plan/drafts/${id}/`)),
    Person: ([id = ""], words) => link(words || get(ledger, "people", id).name, address(`/people/${id}/`)),
    Quote: ([id = ""]) => quoted(getQuotation(ledger, id)),
    Term: ([id = ""], words) => link(words || term(around.glossary, id).term, address(`/glossary/#${id}`)),
    Clause: ([id = ""]) => clauseMarkdown(followClause(ledger, id), address, cite),
    Redlines: (ids) => redlinesMarkdown(thenAndNow(ledger, ids).clauses, cite),
    Proceedings: (ids) => proceedingsMarkdown(ids, around, cite),
    Chart: ([id = ""]) => chartMarkdown(chart(around.charts, id), address),
    Table: ([id = ""]) => tableMarkdown(around.tables, id),
  };
  /** The source of a node, with the components and links in it as Markdown. */
  const written = (node: Node): string => {
    const place = placeOf(node);
    let at = place.from;
    const parts = childrenOf(node).map((child) => {
      const { from, to } = placeOf(child);
      const before = page.body.slice(at, from);
      at = to;
      return [before, written(child)] as const;
    });
    const words = parts.map(([, part]) => part).join("");
    if (isComponent(node)) return write[node.name ?? ""]?.(idsOf(node), words) ?? "";
    if (node.type === "link" && node.url.startsWith("/")) return link(words, address(node.url));
    // What follows the words of a heading is its id.
    return parts.flat().join("") + (node.type === "heading" ? "" : page.body.slice(at, place.to));
  };
  return (
    [
      `# ${page.title}`,
      `> ${page.description}`,
      `Source: <${address(`/${page.id}/`)}>. Last changed ${page.modified}. Licence: CC BY 4.0; sources keep their own terms. “(reported)”, “(alleged)” or “(disputed)” after a statement says that it is not confirmed.`,
      written(parseMdx(page.body)).trim(),
      "## Sources of this page",
      [...notes]
        .map(([id, number]) => `[^${number}]: ${sourceLine(ledger, get(ledger, "sources", id))}`)
        .join("\n"),
    ].join("\n\n") + "\n"
  );
}

/** Every criminal proceeding, one row each, those with these ids first. */
function proceedingsMarkdown(
  ids: readonly string[],
  { ledger, address }: Surroundings,
  cite: (ids: readonly string[]) => string,
): string {
  return markdownTable(
    ["Case", "Who", "Accused by", "Of what", "Stage found", "Answer"],
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

/** Every answer to a question, one row each, in date order. */
function clauseMarkdown(
  clause: Clause,
  address: Surroundings["address"],
  cite: (ids: readonly string[]) => string,
): string {
  const { theme, question } = clause;
  const { columns } = siteWords.answers;
  const rows = answersOf(clause).map(({ draft, provision }) => [
    draft.date,
    link(draft.name, address(`/plan/drafts/${draft.id}/#${question.id}`)),
    answerText(provision, provision.answer),
    siteWords.clause.known(draft, provision) + cite(provision.sources),
  ]);
  return [
    `**${question.text}**`,
    markdownTable([columns.date, columns.draft, columns.answer, columns.certainty], rows),
    link(siteWords.clause.brief, address(`/plan/themes/${theme.id}/#${question.id}`)),
  ].join("\n\n");
}

/** Clauses as they were first written and last read out, a list. */
function redlinesMarkdown(clauses: readonly FrontClause[], cite: (ids: readonly string[]) => string): string {
  const side = ({ draft, provision, text }: FrontClause["before"]) =>
    `${answerText(provision, text)} (${draft.short}, ${draft.date})${cite(provision.sources)}`;
  return clauses
    .map(({ question, before, after }) => `- **${question.text}** ${side(before)} → ${side(after)}`)
    .join("\n");
}

/** What is left open stands in brackets. */
function answerText({ status }: Provision, text: string): string {
  const [opens, closes] = siteWords.clause.brackets;
  return status === "open" ? `${opens}${text}${closes}` : text;
}

/** A chart as its finding, what it shows, and its rows as a table. */
function chartMarkdown(
  { id, title, subtitle, view, notes }: Chart,
  address: Surroundings["address"],
): string {
  return [
    `### ${title}`,
    subtitle,
    view.description,
    rowsMarkdown(view.table),
    ...notes,
    link("The chart, its sources and downloads", address(`/charts/${id}/`)),
  ].join("\n\n");
}

/** A table as its finding, what it shows, and its rows. Throws an Error if there is none of that id. */
function tableMarkdown(tables: readonly TextTable[], id: string): string {
  const found = tables.find((table) => table.id === id);
  if (!found) throw new Error(`there is no table \`${id}\``);
  return [`### ${found.title}`, found.subtitle, rowsMarkdown(found.view.table), ...found.notes].join("\n\n");
}

function rowsMarkdown({ columns, rows }: Table): string {
  return markdownTable(
    columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)),
    rows.map((row) => row.map(cellText)),
  );
}

function sourceLine(ledger: Ledger, source: Source): string {
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

function link(words: string, url: string): string {
  return `[${words}](${url})`;
}

function chart(charts: readonly Chart[], id: string): Chart {
  const found = charts.find((chart) => chart.id === id);
  if (!found) throw new Error(`there is no chart \`${id}\``);
  return found;
}

function term(glossary: readonly Term[], id: string): Term {
  const found = glossary.find((term) => term.id === id);
  if (!found) throw new Error(`there is no term \`${id}\` in content/glossary.yaml`);
  return found;
}
