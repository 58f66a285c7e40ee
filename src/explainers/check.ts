import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { HIDDEN, topic } from "../ledger/fields.ts";
import type { Term } from "../ledger/lists.ts";
import type { CollectionName, Ledger } from "../ledger/ledger.ts";
import { find, findQuotation, clausesInOrder } from "../ledger/lookup.ts";
import {
  ACCUSATION_FIX,
  accusationProblems,
  type Accused,
  accusedOf,
  namesOffence,
  unsaidAccusation,
} from "../ledger/accusations.ts";
import {
  parseYaml,
  type Problem,
  problemOf,
  readTextFile,
  schemaProblems,
  type YamlFile,
} from "../ledger/yaml-file.ts";
import { TOPICS } from "../site.ts";
import { MEANINGS, VALUES } from "./page-values.ts";
import { redlineProblem } from "../views/answers.ts";
import { CITING } from "./receipts.ts";
import {
  childrenOf,
  type Component,
  idsOf,
  isComponent,
  type Mention,
  mentionsIn,
  type Node,
  nodesIn,
  parseMdx,
  placeOf,
  type Report,
} from "./mdx.ts";

export const explainerSchema = z.strictObject({
  /** The question that the page answers. */
  title: z.string().max(90),
  description: z.string().max(200),
  topic,
  order: z.number().default(50),
  /** In the navigation; defaults to the title. The page of a story uses the story’s name. */
  name: z.string().max(24).optional(),
  /** One sentence, for the front page. */
  answer: z.string().max(260),
});

export const pageSchema = explainerSchema.pick({ title: true, description: true });

export interface TextKind {
  schema: z.ZodObject;
  /** Returns what is wrong with an id, by component. */
  components: Readonly<Record<string, (id: string) => string | undefined>>;
  /** Figures, dates and accusations need a source. */
  needsReceipts: boolean;
  accused: readonly Accused[];
}

/** What texts may name. */
export interface Known {
  ledger: Ledger;
  glossary: readonly Term[];
  chartIds: readonly string[];
  tableIds: readonly string[];
}

const MISSING = "does not exist";
const known = (exists: (id: string) => boolean) => (id: string) => (exists(id) ? undefined : MISSING);
const listed = (ids: readonly string[]) => known((id) => ids.includes(id));

/** Explainers, which need sources, and pages about the site itself. */
export function textKinds({ ledger, glossary, chartIds, tableIds }: Known): {
  explainer: TextKind;
  page: TextKind;
} {
  const row = (collection: CollectionName) => (id: string) => find(ledger, collection, id) !== undefined;
  const isAsked = listed(clausesInOrder(ledger).map(({ clause }) => clause.id));
  const accused = accusedOf(ledger);
  return {
    explainer: {
      schema: explainerSchema,
      needsReceipts: true,
      accused,
      components: {
        Chart: listed(chartIds),
        Cite: known(row("sources")),
        Clause: isAsked,
        Draft: known(row("drafts")),
        Fact: known(row("events")),
        Person: known(row("people")),
        Proceedings: known(row("proceedings")),
        Quote: (id) => {
          if (findQuotation(ledger, id)) return undefined;
          return row("events")(id) ? "has no `quote`" : MISSING;
        },
        Reason: known(row("reasons")),
        Redlines: (id) => isAsked(id) ?? redlineProblem(ledger, id),
        Table: listed(tableIds),
        Term: listed(glossary.map(({ id }) => id)),
      },
    },
    page: {
      schema: pageSchema,
      needsReceipts: false,
      accused,
      components: {
        Meanings: listed(Object.keys(MEANINGS)),
        Unknowns: listed(TOPICS),
        Value: (id) =>
          /reading/.test(id) && ledger.readings.length === 0
            ? "needs a row in readings"
            : listed(Object.keys(VALUES))(id),
      },
    },
  };
}

/** Empty if the folder is missing. */
export function textsIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(".mdx"))
    .sort();
}

/** Problems in the texts of a folder, and the ids named in those that could be parsed. */
export function checkTexts(directory: string, kind: TextKind): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions: Mention[] = [];
  for (const name of textsIn(directory)) {
    const read = readTextFile(join(directory, name));
    if ("problem" in read) problems.push(read.problem);
    else {
      const file = read.name;
      const report: Report = (place, message, fix) => problems.push(problemOf(file, message, fix, place));
      const tree = checkText(read.text, kind, report);
      if (!tree) continue;
      problems.push(...frontmatterProblems(file, tree, kind));
      mentions.push(...mentionsIn(tree));
    }
  }
  return { problems, mentions };
}

/** Checks texts inside a YAML file, at these paths, like those of an explainer. */
export function checkTextsIn(
  file: YamlFile,
  texts: readonly (readonly [path: PropertyKey[], text: string])[],
  kind: TextKind,
): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions = texts.flatMap(([path, text]) => {
    const report: Report = (_, message, fix) =>
      problems.push(problemOf(file.name, message, fix, file.place(path)));
    const tree = checkText(text, kind, report);
    return tree ? mentionsIn(tree) : [];
  });
  return { problems, mentions };
}

/** Returns the tree of the text if it can be parsed. */
function checkText(text: string, kind: TextKind, report: Report): Node | undefined {
  const tree = treeOf(text, report);
  if (!tree) return undefined;
  misusesIn(text, tree, kind, report);
  quotationsIn(tree, report);
  unsupportedIn(tree, kind, report);
  return tree;
}

function treeOf(text: string, report: Report): Node | undefined {
  try {
    return parseMdx(text);
  } catch (error) {
    const { message } = error as Error;
    const [, line, column, wrong] =
      /^(\d+):(\d+): (.*?)(?: \(note: .*\))? \(mdx[\w:-]*\)$/s.exec(message) ?? [];
    if (wrong === undefined) throw error;
    report(
      { line: Number(line), column: Number(column) },
      `the text cannot be read: ${wrong}`,
      "close or remove the tag; write a sign that is text as \\< or \\{",
    );
    return undefined;
  }
}

function frontmatterProblems(file: string, tree: Node, { schema, accused }: TextKind): Problem[] {
  const [first] = childrenOf(tree);
  if (first?.type !== "yaml")
    return [
      problemOf(file, "the file has no frontmatter", "begin it with ---, its title and so on, and --- again"),
    ];
  const yaml = parseYaml(first.value, file, 2);
  if (yaml.problems.length > 0) return yaml.problems;
  const { error } = schema.safeParse(yaml.value);
  return [...(error ? schemaProblems(yaml, [], error.issues) : []), ...accusationProblems(yaml, accused)];
}

/**
 * Reports everything but Markdown and components with existing ids: other tags, code (braces, import,
 * export), images, invalid links, hidden characters.
 */
function misusesIn(text: string, tree: Node, kind: TextKind, report: Report): void {
  for (const node of nodesIn(tree)) {
    const place = placeOf(node);
    if (isComponent(node)) componentMisuses(node, kind, report);
    else if (node.type === "mdxjsEsm")
      report(
        place,
        `\`${node.value.slice(0, 40)}\` is code`,
        "remove it (components need no import), or begin the line with another word",
      );
    else if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
      report(place, `\`{${node.value.slice(0, 40)}}\` would be run as code`, "write \\{ for a brace");
    else if (node.type === "image" || node.type === "imageReference")
      report(place, "the text holds a picture", "draw it as a chart, or leave it out");
    else if ((node.type === "link" || node.type === "definition") && !ADDRESS.test(node.url))
      report(
        place,
        `the link to \`${node.url.slice(0, 60)}\` is not an address`,
        "write https://…, /path/ or #anchor",
      );
  }
  for (const { 0: char, index } of text.replace(/[\t\r\n]/g, " ").matchAll(HIDDEN)) {
    const before = text.slice(0, index).split("\n");
    const at = { line: before.length, column: before.slice(-1).join("").length + 1 };
    const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    report(at, `the text holds a hidden character (U+${code})`, "remove it");
  }
}

/** Another site, a path of this one, or an anchor; scripts/verify.ts checks that the target exists. */
const ADDRESS = /^(https?:\/\/\w|\/(?![/\\])|#)/;

function componentMisuses(component: Component, { components }: TextKind, report: Report): void {
  const place = placeOf(component);
  const name = component.name ?? "";
  const problemWith = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!problemWith) {
    const names = Object.keys(components).map((known) => `<${known}>`);
    return report(place, `unknown component or tag <${name}>`, `use ${names.join(", ")} or plain Markdown`);
  }
  const ids = idsOf(component);
  if (component.attributes.length !== 1 || ids.length === 0)
    report(
      place,
      `<${name}> is not written in full`,
      `write <${name} id="…" /> or <${name} id="…">words</${name}>, with the ids in double quotes`,
    );
  for (const id of ids) {
    const wrong = problemWith(id);
    if (wrong)
      report(place, `<${name} id="${id}">: \`${id}\` ${wrong}`, "correct the id, or add what is missing");
  }
}

/** Quotation marks as the parser sets them; an unclosed quotation reaches to the end of its block. */
const QUOTED = /“([^”]*)|«([^»]*)|„([^“”]*)|(?<!\p{L})‘(.*?)(?:’(?!\p{L})|$)/gsu;
/** Fewer quoted words are a term or a title. */
const MAX_QUOTED_WORDS = 2;

/**
 * Reports quotations and block quotations: they belong in the ledger, with their language, and are inserted
 * with <Quote>.
 */
function quotationsIn(tree: Node, report: Report): void {
  const reject = (node: Node, what: string) =>
    report(
      placeOf(node),
      `${what} is in the text`,
      'give the event a `quote` and write <Quote id="event-id" />, or say it in our own words',
    );
  for (const node of nodesIn(tree)) {
    if (node.type === "blockquote") reject(node, "a block quotation");
    if (!isBlock(node)) continue;
    const text = [...nodesIn(node)]
      .map((part) => (part.type === "text" || part.type === "inlineCode" ? part.value : ""))
      .join("");
    for (const match of text.matchAll(QUOTED)) {
      const quoted = match.slice(1).find((part) => part !== undefined) ?? "";
      if ((quoted.match(/[\p{L}\p{N}]\S*/gu) ?? []).length > MAX_QUOTED_WORDS)
        reject(node, `the quotation “${quoted.slice(0, 60)}”`);
    }
  }
}

/** Paragraph, heading, cell or component with words of its own. */
function isBlock(node: Node): boolean {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    node.type === "tableCell" ||
    (node.type === "mdxJsxFlowElement" && childrenOf(node).some(({ type }) => type === "text"))
  );
}

/** Reports paragraphs and rows without a source, and sentences that state an accusation as a fact. */
function unsupportedIn(tree: Node, { needsReceipts, accused }: TextKind, report: Report): void {
  for (const block of nodesIn(tree)) {
    if (block.type !== "tableRow" && (!isBlock(block) || block.type === "tableCell")) continue;
    const place = placeOf(block);
    const nodes = [...nodesIn(block)];
    const words = nodes.map((node) => wordsOf(node, accused)).join("");
    // A table row counts as one sentence.
    const text = block.type === "tableRow" ? words.replace(/[.!?]+(?=\s|$)/g, ",") : words;
    const isCited = nodes.some((node) => isComponent(node) && CITING.has(node.name ?? ""));
    const lacks = (what: string) =>
      report(
        place,
        `a paragraph ${what} has no receipt: “${words.slice(0, 60)}…”`,
        "add a <Cite>, a <Fact> or a <Reason>, or remove it",
      );
    if (needsReceipts && !isCited && block.type !== "heading") {
      if (/\d/.test(words)) lacks("with a figure or a date");
      if (namesOffence(words)) lacks("about wrongdoing");
    }
    const accusation = unsaidAccusation(text, accused);
    if (accusation) report(place, accusation, ACCUSATION_FIX);
  }
}

/** Visible words of the node itself; a <Person> without words shows the name. */
function wordsOf(node: Node, accused: readonly Accused[]): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "tableCell") return " ";
  if (!isComponent(node) || node.name !== "Person" || childrenOf(node).length > 0) return "";
  return accused.find(({ id }) => idsOf(node).includes(id))?.name ?? "";
}
