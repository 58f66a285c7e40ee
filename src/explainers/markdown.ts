import type { Term } from "../ledger/glossary.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { get, getQuotation, quoted } from "../ledger/lookup.ts";
import { receipts } from "../ledger/sources.ts";
import { required } from "../required.ts";
import { askedBy } from "../views/clause-href.ts";
import { thenAndNow } from "../views/front-clauses.ts";
import type { Chart } from "../charts/read-charts.ts";
import type { TextTable } from "../charts/read-charts.ts";
import { words as siteWords } from "../words/words.ts";
import { link, proceedingsMarkdown, redlinesMarkdown, sourceLine, tableMarkdown } from "./markdown-parts.ts";
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
  page: { id: string; title: string; description: string; modified: string | undefined; body: string },
  around: Surroundings,
): string {
  const { ledger, address, charts } = around;
  const notes = new Map<string, number>();
  const cite = (ids: readonly string[]) =>
    receipts(ledger, [...new Set(ids)])
      .map(({ id }) => `[^${notes.get(id) ?? notes.set(id, notes.size + 1).get(id)}]`)
      .join("");
  const stated = (collection: "events" | "reasons", ids: readonly string[], words: string) => {
    const rows = ids.map((id) => get(ledger, collection, id));
    const own = rows.some((row) => "inference" in row && row.inference)
      ? ` (${siteWords.reasons.ownReading})`
      : "";
    const unsure = [...new Set(rows.map((row) => row.status))].filter((status) => status !== "confirmed");
    return (
      words + own + unsure.map((status) => ` (${status})`).join("") + cite(rows.flatMap((row) => row.sources))
    );
  };
  const write: Partial<Record<string, (ids: string[], words: string) => string>> = {
    Cite: (ids, words) => words + cite(ids),
    Fact: (ids, words) => stated("events", ids, words),
    Reason: (ids, words) => stated("reasons", ids, words),
    Draft: ([id = ""], words) => link(words || get(ledger, "drafts", id).name, address(`/drafts/${id}/`)),
    Person: ([id = ""], words) => link(words || get(ledger, "people", id).name, address(`/people/${id}/`)),
    Quote: ([id = ""]) => quoted(getQuotation(ledger, id)),
    Term: ([id = ""], words) =>
      link(words || named(around.glossary, "term", id).term, address(`/glossary/#${id}`)),
    Clause: ([id = ""], words) => {
      const { theme, question } = askedBy(ledger, id);
      return link(words || question.text, address(`/clauses/${theme.id}/#${id}`));
    },
    Redlines: (ids) => redlinesMarkdown(thenAndNow(ledger, ids).clauses, cite),
    Proceedings: (ids) => proceedingsMarkdown(ids, ledger, address, cite),
    Chart: ([id = ""]) => {
      const chart = named(charts, "chart", id);
      return tableMarkdown(
        chart,
        [chart.view.description],
        [link(siteWords.explainer.toChart, address(`/charts/${id}/`))],
      );
    },
    Table: ([id = ""]) => tableMarkdown(named(around.tables, "table", id)),
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
      siteWords.explainer.ofMarkdown(address(`/${page.id}/`), page.modified),
      written(parseMdx(page.body)).trim(),
      "## Sources of this page",
      [...notes]
        .map(([id, number]) => `[^${number}]: ${sourceLine(ledger, get(ledger, "sources", id))}`)
        .join("\n"),
    ].join("\n\n") + "\n"
  );
}

function named<Item extends { id: string }>(items: readonly Item[], what: string, id: string): Item {
  return required(
    items.find((item) => item.id === id),
    `${what} \`${id}\``,
  );
}
