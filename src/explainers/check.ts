import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { HIDDEN, id as idSchema, topic } from "../ledger/fields.ts";
import type { Term } from "../ledger/lists.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { find, findQuotation, clausesInOrder } from "../ledger/lookup.ts";
import {
  ACCUSATION_FIX,
  accusationProblems,
  type Accused,
  accusedOf,
  namesOffence,
  unsaidAccusation,
} from "../ledger/actors.ts";
import { type Problem, problemOf } from "../ledger/problem.ts";
import type { CollectionName } from "../ledger/schema.ts";
import { parseYaml, readTextFile, schemaProblems, type YamlFile } from "../ledger/yaml-file.ts";
import { TOPICS } from "../site.ts";
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
  type Place,
  placeOf,
  type Report,
} from "./mdx.ts";

/** Frontmatter of an explainer. */
export const explainerSchema = z.strictObject({
  /** The question that the page answers, as a headline. */
  title: z.string().max(90),
  /** One sentence for search engines. */
  description: z.string().max(200),
  topic,
  /** Its place among the explainers. */
  order: z.number().default(50),
  /** Its name in the navigation; the title by default. The page of a story has the name of the story. */
  name: z.string().max(24).optional(),
  /** The answer in one sentence, for the front page. */
  answer: z.string().max(260),
});

/** Frontmatter of a page of prose. */
export const pageSchema = explainerSchema.pick({ title: true, description: true });

export interface TextKind {
  schema: z.ZodObject;
  /** Components by name, each with what is wrong with an id, if anything is; one that takes no id has null. */
  components: Readonly<Record<string, ((id: string) => string | undefined) | null>>;
  /** Figures, dates and wrongdoing need a receipt. */
  needsReceipts: boolean;
  accused: readonly Accused[];
}

/** What texts may name. `isDoubtful` holds for rows that exist but are wrong in themselves. */
export interface Known {
  ledger: Ledger;
  glossary: readonly Term[];
  chartIds: readonly string[];
  tableIds: readonly string[];
  isDoubtful(collection: CollectionName, key: string): boolean;
}

/** What `<Value id="…" />` may name; src/explainers/page-values.ts writes it. */
export const VALUE_NAMES = [
  ...[
    "answers",
    "covered-through",
    "drafts",
    "drafts-unpublished",
    "events",
    "headlines",
    "languages",
    "last-reading",
  ],
  ...[
    "narrowest",
    "origins",
    "clauses",
    "read-in-part",
    "read-whole",
    "reading-reaches",
    "sources",
    "thin-coverage",
  ],
  ...["unknowns", "wide-from"],
] as const;

/** What `<Meanings id="…" />` may name. */
export const MEANING_NAMES = ["status", "certainty", "standing", "changes"] as const;

const MISSING = "does not exist";
const known = (exists: (id: string) => boolean) => (id: string) => (exists(id) ? undefined : MISSING);
const listed = (ids: readonly string[]) => known((id) => ids.includes(id));

/** The two kinds of text: explainers, which need receipts, and pages about the site itself. */
export function textKinds({ ledger, glossary, chartIds, tableIds, isDoubtful }: Known): {
  explainer: TextKind;
  page: TextKind;
} {
  const row = (collection: CollectionName) => (id: string) =>
    find(ledger, collection, id) !== undefined || isDoubtful(collection, id);
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
          if (findQuotation(ledger, id) || isDoubtful("events", id) || isDoubtful("answers", id))
            return undefined;
          return row("events")(id) ? "has no `quote`" : MISSING;
        },
        Reason: known(row("reasons")),
        Redlines: isAsked,
        Table: listed(tableIds),
        Term: listed(glossary.map(({ id }) => id)),
      },
    },
    page: {
      schema: pageSchema,
      needsReceipts: false,
      accused,
      components: {
        Meanings: listed(MEANING_NAMES),
        Unknowns: listed(TOPICS),
        Value: listed(VALUE_NAMES),
      },
    },
  };
}

/** Every problem in the texts of a folder, and what the readable ones name. */
export function checkTexts(directory: string, kind: TextKind): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions: Mention[] = [];
  for (const name of readdirSync(directory)
    .filter((name) => name.endsWith(".mdx"))
    .sort()) {
    const file = relative(process.cwd(), join(directory, name)).split(sep).join("/");
    const read = readTextFile(join(directory, name), file);
    if ("problem" in read) problems.push(read.problem);
    else {
      const report: Report = (place, message, fix) => problems.push(problemOf(file, message, fix, place));
      const tree = treeOf(read.text, report);
      if (!tree) continue;
      problems.push(...frontmatterProblems(file, tree, kind));
      misusesIn(read.text, tree, kind, report);
      quotationsIn(tree, report);
      unsupportedIn(tree, kind, report);
      mentions.push(...mentionsIn(tree));
    }
  }
  return { problems, mentions };
}

/** Every problem in the texts at these paths of a YAML file, and what they name: each is a text like those of an explainer. */
export function checkTextsIn(
  file: YamlFile,
  texts: readonly (readonly [path: PropertyKey[], text: string])[],
  kind: TextKind,
): { problems: Problem[]; mentions: Mention[] } {
  const problems: Problem[] = [];
  const mentions = texts.flatMap(([path, text]) => {
    const report: Report = (_, message, fix) =>
      problems.push(problemOf(file.name, message, fix, file.place(path)));
    const tree = treeOf(text, report);
    if (!tree) return [];
    misusesIn(text, tree, kind, report);
    quotationsIn(tree, report);
    unsupportedIn(tree, kind, report);
    return mentionsIn(tree);
  });
  return { problems, mentions };
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
  if (first?.type !== "yaml") {
    const keys = Object.entries(schema.shape).flatMap(([key, field]) =>
      field.safeParse(undefined).success ? [] : key,
    );
    return [
      problemOf(
        file,
        "the file has no frontmatter",
        `begin it with a line of three hyphens, ${keys.join(", ")}, and three hyphens again`,
      ),
    ];
  }
  const yaml = parseYaml(first.value, file, 2);
  if (yaml.problems.length > 0) return yaml.problems;
  const parsed = schema.safeParse(yaml.value);
  return [
    ...(parsed.error ? schemaProblems(yaml, [], parsed.error.issues) : []),
    ...accusationProblems(yaml, accused),
  ];
}

/**
 * Reports everything in a text that is neither Markdown nor a component of its kind with ids that exist: other tags, code
 * (braces, import, export), pictures, links that are not addresses, headings with more than an id of their own, hidden characters.
 */
function misusesIn(text: string, tree: Node, kind: TextKind, report: Report): void {
  const ids = new Set<unknown>();
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
    else if (node.type === "link" || node.type === "definition") {
      if (!isAddress(node.url))
        report(
          place,
          `the link to \`${node.url.slice(0, 60)}\` is not an address`,
          "write https://…, /path/ or #anchor",
        );
    } else if (node.type === "heading") {
      const { id, ...others } =
        (node.data as { hProperties?: Readonly<Record<string, unknown>> } | undefined)?.hProperties ?? {};
      if (id === undefined && Object.keys(others).length === 0) continue;
      if (Object.keys(others).length > 0 || !idSchema.safeParse(id).success || ids.has(id))
        report(
          place,
          "the braces of the heading hold no id, or one that is taken",
          "write {#lower-case-letters}, once in the text",
        );
      ids.add(id);
    }
  }
  for (const { 0: char, index } of text.replace(/[\t\r\n]/g, " ").matchAll(HIDDEN)) {
    const before = text.slice(0, index).split("\n");
    const at = { line: before.length, column: before.slice(-1).join("").length + 1 };
    const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    report(at, `the text holds a hidden character (U+${code})`, "remove it");
  }
}

function componentMisuses(component: Component, { components }: TextKind, report: Report): void {
  const place = placeOf(component);
  const name = component.name ?? "";
  if (!Object.hasOwn(components, name)) {
    const names = Object.keys(components).map((known) => `<${known}>`);
    return report(place, `unknown component or tag <${name}>`, `use ${names.join(", ")} or plain Markdown`);
  }
  const problemOf = components[name];
  const ids = idsOf(component);
  const isWhole = problemOf
    ? component.attributes.length === 1 && ids.length > 0
    : component.attributes.length === 0;
  if (!isWhole) {
    const form = problemOf ? `<${name} id="…" /> or <${name} id="…">words</${name}>` : `<${name} />`;
    report(place, `<${name}> is not written in full`, `write ${form}, with the ids in double quotes`);
  }
  for (const id of ids) {
    const wrong = problemOf?.(id);
    if (wrong)
      report(place, `<${name} id="${id}">: \`${id}\` ${wrong}`, "correct the id, or add what is missing");
  }
  for (const inner of childrenOf(component)
    .flatMap((child) => [...nodesIn(child)])
    .filter(isComponent))
    report(placeOf(inner), `<${inner.name}> stands inside <${name}>`, `close <${name}> before it`);
}

/** Whether a link leads into the site by its path, into the page, or to another site. */
function isAddress(url: string): boolean {
  const site = "https://site.invalid";
  const target = URL.parse(url, site);
  if (!target || !isEncoded(target.hash)) return false;
  if (url.startsWith("#") || url.startsWith("/")) return target.origin === site;
  return URL.canParse(url) && ["http:", "https:"].includes(target.protocol);
}

function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Marks that open and close a quotation, as the parser sets them; one that is not closed reaches to the end of its block. */
const MARKED = /“([^”]*)|«([^»]*)|„([^“”]*)|(?<!\p{L})‘(.*?)(?:’(?!\p{L})|$)/gsu;
/** Shorter words in quotation marks are a term or a title. */
const MOST_WORDS = 2;

/**
 * Reports words of others that a text holds itself: in quotation marks, or as a block quotation. They belong into the ledger,
 * with their language, and into the text by <Quote>.
 */
function quotationsIn(tree: Node, report: Report): void {
  const reject = (place: Pick<Place, "line" | "column">, wrong: string) =>
    report(
      place,
      wrong,
      'give the event a `quote` and write <Quote id="event-id" />, or say it in our own words',
    );
  for (const node of nodesIn(tree)) {
    if (node.type === "blockquote") reject(placeOf(node), "a block quotation is in the text");
    if (!isBlock(node)) continue;
    const parts = [...nodesIn(node)].filter((part) => part.type === "text" || part.type === "inlineCode");
    const text = parts.map(({ value }) => value).join("");
    for (const match of text.matchAll(MARKED)) {
      const quoted = match.slice(1).find((part) => part !== undefined) ?? "";
      if ((quoted.match(/[\p{L}\p{N}]\S*/gu) ?? []).length <= MOST_WORDS) continue;
      reject(characterAt(parts, match.index), `the quotation “${quoted.slice(0, 60)}” is in the text`);
    }
  }
}

/** Whether a node is a paragraph, heading, cell or component that holds words itself. */
function isBlock(node: Node): boolean {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    node.type === "tableCell" ||
    (node.type === "mdxJsxFlowElement" && childrenOf(node).some(({ type }) => type === "text"))
  );
}

function characterAt(
  parts: readonly (Node & { value: string })[],
  index: number,
): Pick<Place, "line" | "column"> {
  let before = 0;
  for (const part of parts) {
    if (index < before + part.value.length) {
      const { line, column } = placeOf(part);
      const lines = part.value.slice(0, index - before).split("\n");
      const last = lines.slice(-1).join("").length;
      return { line: line + lines.length - 1, column: lines.length > 1 ? last + 1 : column + last };
    }
    before += part.value.length;
  }
  throw new RangeError(`no character ${index}`);
}

/** Reports paragraphs and rows that need a receipt and have none, and sentences that tell an accusation as a fact. */
function unsupportedIn(tree: Node, { needsReceipts, accused }: TextKind, report: Report): void {
  for (const block of nodesIn(tree)) {
    if (block.type !== "tableRow" && (!isBlock(block) || block.type === "tableCell")) continue;
    const place = placeOf(block);
    const nodes = [...nodesIn(block)];
    const words = nodes.map((node) => wordsOf(node, accused)).join("");
    // A row of a table is one sentence, however its cells are written.
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
    const found = unsaidAccusation(text, accused);
    if (found) report(place, found.message, ACCUSATION_FIX);
  }
}

/** What a reader reads of a node itself; a <Person> without words of its own shows the name. */
function wordsOf(node: Node, accused: readonly Accused[]): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "tableCell") return " ";
  if (!isComponent(node) || node.name !== "Person" || childrenOf(node).length > 0) return "";
  return accused.find(({ id }) => idsOf(node).includes(id))?.name ?? "";
}
