import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { peopleInOrder } from "../ledger/actors.ts";
import type { Term } from "../ledger/glossary.ts";
import type { Ledger, Person } from "../ledger/ledger.ts";
import { find, questionsInOrder } from "../ledger/lookup.ts";
import type { Problem } from "../ledger/problem.ts";
import { findQuotation } from "../ledger/quotation.ts";
import type { CollectionName } from "../ledger/schema.ts";
import { readTextFile } from "../ledger/text-file.ts";
import { type Mention, mentionsIn } from "./citations.ts";
import { frontmatterProblems, splitExplainer } from "./frontmatter.ts";
import { misusesIn } from "./markup.ts";
import { rawQuotations } from "./quotations.ts";
import { usesOfTerms } from "./term-uses.ts";

/** A paragraph or list item of an explainer. */
interface Block {
  text: string;
  /** Line of its beginning, from 1. */
  line: number;
}

/** Words that make a sentence about wrongdoing an attributed one. */
const GUARDED = /alleg|suspect|suspicion|accus|investigat|according to|denie|denial|charge|notified|presum|unfounded|not a party|witness/i;
/** Words about wrongdoing. */
const WRONGDOING = /corrupt|kickback|launder|embezzl|brib|fraud|illicit|misappropriat|criminal|\bscheme\b/i;

/** What the text of an explainer may name. `isDoubtful` holds for rows that exist but are wrong in themselves. */
export interface Known {
  ledger: Ledger;
  glossary: readonly Term[];
  chartIds: readonly string[];
  tableIds: readonly string[];
  isDoubtful(collection: CollectionName, key: string): boolean;
}

/** Every problem in the explainers of a folder: receipts that are missing, ids that do not exist, unguarded accusations, markup. */
export function checkExplainers(directory: string, known: Known): Problem[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".mdx"))
    .sort()
    .flatMap((name) => {
      const file = relative(process.cwd(), join(directory, name)).split(sep).join("/");
      const read = readTextFile(join(directory, name), file);
      return "text" in read ? checkExplainer(file, read.text, known) : [read.problem];
    });
}

/** The problems of one explainer; `text` is the whole file with its frontmatter. */
function checkExplainer(file: string, text: string, { ledger, glossary, chartIds, tableIds, isDoubtful }: Known): Problem[] {
  const problems: Problem[] = [];
  const report = (line: number, wrong: string, expected: string, mend: string) =>
    problems.push({ file, line, column: 1, wrong, expected, mend });
  const accused = peopleInOrder(ledger).inCase;

  for (const { text: block, line } of blocksOf(text)) {
    const words = block.replace(/<[^>]+>/g, "");
    const cited = /<(Cite|Fact|Reason)\s/.test(block);
    if (!cited && /\d/.test(words))
      report(
        line,
        `a paragraph with a figure or a date has no receipt: “${words.slice(0, 60)}…”`,
        "a <Cite>, a <Fact> or a <Reason> in it",
        "cite the source, or take the figure out",
      );
    if (WRONGDOING.test(words)) {
      if (!cited)
        report(
          line,
          `a paragraph about wrongdoing has no receipt: “${words.slice(0, 60)}…”`,
          "a <Cite>, a <Fact> or a <Reason> in it",
          "cite the source",
        );
      const named = accused.find((person) => words.includes(lastName(person)));
      if (named && !GUARDED.test(words))
        report(
          line,
          `${named.name} is named beside wrongdoing without attribution`,
          "who alleges it, the stage, the denial",
          "write what is alleged and by whom",
        );
    }
  }
  const row = (collection: CollectionName) => (id: string) => find(ledger, collection, id) !== undefined || isDoubtful(collection, id);
  const asked = (id: string) => questionsInOrder(ledger).some(({ question }) => question.id === id);
  const exists: Record<Mention["component"], (id: string) => boolean> = {
    Chart: (id) => chartIds.includes(id),
    Table: (id) => tableIds.includes(id),
    Cite: row("sources"),
    Clause: asked,
    Draft: row("drafts"),
    Fact: row("events"),
    Person: row("people"),
    Quote: (id) => findQuotation(ledger, id) !== undefined || isDoubtful("events", id) || isDoubtful("provisions", id),
    Proceedings: row("proceedings"),
    Reason: row("reasons"),
    Redlines: asked,
    Term: (id) => glossary.some((term) => term.id === id),
  };
  for (const { component, ids, line } of mentionsIn(text)) {
    if (ids.length === 0) report(line, `<${component}> names nothing`, 'an id in double quotes: id="…"', "write the id");
    for (const id of ids)
      if (!exists[component](id))
        report(
          line,
          `<${component} id="${id}">: \`${id}\` ${component === "Quote" && row("events")(id) ? "has no `quote`" : "does not exist"}`,
          "an id of the ledger",
          "correct the id, or add what is missing",
        );
  }
  const { frontmatter, body, bodyLine } = splitExplainer(text);
  const misuses = misusesIn(body, bodyLine);
  // What is not MDX has no tree to look for quotations in.
  if (misuses.length === 0) misuses.push(...rawQuotations(body, bodyLine));
  problems.push(...frontmatterProblems(file, frontmatter), ...misuses.map((misuse) => ({ file, ...misuse })));
  return problems;
}

/** Ids of the sources that the explainers of a folder cite, as far as they can be read. */
export function citedSources(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".mdx"))
    .flatMap((name) => {
      const read = readTextFile(join(directory, name), name);
      return "text" in read ? mentionsIn(read.text) : [];
    })
    .flatMap(({ component, ids }) => (component === "Cite" ? ids : []));
}

/** Glossary terms that no explainer marks. */
export function unusedTerms(directory: string, glossary: readonly Term[]): string[] {
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".mdx"));
  const used = usesOfTerms(files.map(({ name }) => ({ id: name, body: readFileSync(join(directory, name), "utf8") })));
  return glossary.filter((term) => !used.has(term.id)).map((term) => term.id);
}

function lastName(person: Person): string {
  return person.name.split(" ").at(-1)!;
}

/** Paragraphs and list items of the body; headings, charts on their own line and the frontmatter are left out. */
function blocksOf(text: string): Block[] {
  const lines = text.split("\n");
  const start = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  const blocks: Block[] = [];
  let open: Block | undefined;
  lines.forEach((content, i) => {
    const skipped =
      i < start ||
      content.trim() === "" ||
      /^#{1,6} /.test(content) ||
      /^<(Chart|Clause|Proceedings|Redlines|Table)\b/.test(content.trim());
    if (skipped) open = undefined;
    else if (!open || /^\s*([-*]|\d+\.)\s/.test(content)) blocks.push((open = { text: content.replace(/^\s*\d+\.\s/, ""), line: i + 1 }));
    else open.text += ` ${content}`;
  });
  return blocks;
}
