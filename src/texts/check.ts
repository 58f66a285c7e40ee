import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import {
  ACCUSATION_FIX,
  accusationProblems,
  type Accused,
  accusedOf,
  namesOffence,
  unsaidAccusation,
} from "../ledger/accusations.ts";
import { codeOf, HIDDEN, id, line, topic, webUrl } from "../yaml/fields.ts";
import { missingRows } from "../ledger/read-ledger.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { findRow } from "../ledger/lookup.ts";
import { parseYaml, type Problem, problemOf, readTextFile, validate } from "../yaml/yaml-file.ts";
import { isReserved } from "../routes.ts";
import { unknownFigures } from "./check-figures.ts";
import { childrenOf, type Component, idsOf, isComponent, type Node, nodesIn, parseMdx } from "./mdx.ts";
import { findCitedRow, isFact } from "./cited-rows.ts";

export const explainerSchema = z.strictObject({
  title: line.max(90),
  description: line.max(200),
  topic,
  order: z.number().default(50),
  /** Keeps the page back: only the development server shows it. */
  draft: z.boolean().default(false),
  answer: line.max(260),
});

/** Search results cut longer titles; explainers are named by their topic there. */
export const pageSchema = explainerSchema.pick({ description: true }).extend({ title: line.max(60) });

interface TextKind {
  schema: z.ZodObject;
  /** By component what is wrong with an id. */
  components: Readonly<Record<string, (id: string) => string | undefined>>;
  /** Figures, dates and accusations need a source. */
  needsReceipts: boolean;
  accused: readonly Accused[];
  ledger: Ledger;
  ids: Readonly<Record<"topics", Ids>>;
}

type Ids = ReadonlySet<string>;
const LOST = "does not exist";
export const MEANINGS = ["status", "standing", "changes"] as const;
type NamedIds = "charts" | "clauses" | "drafts" | "events" | "people" | "proceedings" | "terms" | "topics";

export function textKinds(
  ledger: Ledger,
  ids: Readonly<Record<NamedIds, Ids>>,
): { explainer: TextKind; page: TextKind } {
  const among = (known: Ids) => (id: string) => (known.has(id) ? undefined : LOST);
  const checkCited = (id: string) => {
    const cited = findCitedRow(ledger, id);
    if (cited) return cited.row.sources.length === 0 ? "has no `sources`" : undefined;
    return findRow(ledger, "unknowns", id)
      ? "is an unknown, which has no sources: cite a row that has some"
      : LOST;
  };
  const shared = { accused: accusedOf(ledger), ledger, ids };
  return {
    explainer: {
      schema: explainerSchema,
      needsReceipts: true,
      ...shared,
      components: {
        Fact: checkCited,
        Chart: among(ids.charts),
        Clause: among(ids.clauses),
        Draft: among(ids.drafts),
        Person: among(ids.people),
        Quote: (id) => {
          const event = findRow(ledger, "events", id);
          if (!event) return LOST;
          return event.quote ? undefined : "has no `quote`";
        },
        Term: among(ids.terms),
      },
    },
    page: {
      schema: pageSchema,
      needsReceipts: false,
      ...shared,
      components: {
        Meanings: (id) =>
          (MEANINGS as readonly string[]).includes(id) ? undefined : `is none of ${MEANINGS.join(", ")}`,
        Proceedings: among(ids.proceedings),
        Unknowns: among(ids.topics),
      },
    },
  };
}

export function isTextName(folder: string, name: string): boolean {
  return folder === "pages" ? isReserved(name) : id.safeParse(name).success && !isReserved(name);
}

/** Without their ending, sorted; none if the folder is missing. */
export function textNames(directory: string): string[] {
  return globSync("*.mdx", { cwd: directory })
    .map((file) => basename(file, ".mdx"))
    .sort();
}

export function checkTexts(directory: string, kind: TextKind) {
  return textNames(directory).map((name) => {
    const { name: file, text, problems: unread } = readTextFile(join(directory, `${name}.mdx`));
    if (unread.length > 0) return { problems: unread, warnings: [] };
    const { tree, problems } = checkText(file, text, kind);
    const [first] = tree ? childrenOf(tree) : [];
    if (first?.type !== "yaml" || first.value.trim() === "") {
      const fix = "begin it with ---, its title and so on, and --- again";
      if (tree) problems.push(problemOf(file, "the file has no frontmatter", fix));
      return { problems, warnings: [] };
    }
    const yaml = parseYaml(first.value, file, 2);
    const data = validate(yaml, kind.schema);
    problems.push(...yaml.problems, ...accusationProblems(yaml, kind.accused));
    if (data) problems.push(...missingRows(kind.ids, kind.schema, data, yaml.problem));
    return { problems, warnings: yaml.warnings };
  });
}

type Place = Pick<Problem, "line" | "column">;
type Report = (message: string, fix: string) => void;

/** Checks a text in MDX, which begins at the start of the file or is a value at `at`. */
export function checkText(
  file: string,
  text: string,
  kind: TextKind,
  at?: Place,
): { problems: Problem[]; tree?: Node } {
  const problems: Problem[] = [];
  const reportAt =
    (place: Place | undefined): Report =>
    (message, fix) =>
      problems.push(problemOf(file, message, fix, at ?? place));
  const reportHidden = (char: string, place: Place | undefined) =>
    reportAt(place)(`the text holds a hidden character (${codeOf(char)})`, "remove it");
  for (const [i, words] of text.split("\n").entries())
    for (const { 0: char, index } of words.replace(/[\t\r]/g, " ").matchAll(HIDDEN))
      reportHidden(char, { line: i + 1, column: index + 1 });
  const named = new Set<string>();
  let tree: Node;
  try {
    tree = parseMdx(text);
  } catch (error) {
    const [, line, column, wrong] =
      /^(\d+):(\d+): (.*?)(?: \(note: .*\))? \(mdx[\w:-]*\)$/s.exec((error as Error).message) ?? [];
    if (wrong === undefined) throw error;
    const report = reportAt({ line: Number(line), column: Number(column) });
    report(
      `the text cannot be read: ${wrong.replace(/^Could not parse.*/s, CODE[0])}`,
      "close or remove the tag; write a sign that is text as \\< or \\{",
    );
    return { problems };
  }
  for (const node of nodesIn(tree)) {
    const report = reportAt(node.position?.start);
    // Written as &#x202E; or &shy;.
    if (node.type === "text")
      for (const [char] of node.value.replace(/\s/g, " ").matchAll(HIDDEN))
        if (!text.includes(char)) reportHidden(char, node.position?.start);
    if (isComponent(node)) {
      checkComponent(node, kind, report);
      if (node.name === "Chart")
        for (const chart of idsOf(node).map((id) => `<Chart id="${id}">`)) {
          if (named.has(chart)) report(`${chart} is in the text twice`, "link to the first one");
          named.add(chart);
        }
    } else checkMarkdown(node, report);
    if (node.type === "heading") checkHeading(node, named, report);
    if (isBlock(node)) checkWords(node, kind, report);
  }
  return { problems, tree };
}

function checkComponent(component: Component, { components }: TextKind, report: Report) {
  const name = component.name ?? "";
  const known = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!known) {
    const names = Object.keys(components).map((other) => `<${other}>`);
    return report(`unknown component or tag <${name}>`, `use ${names.join(", ")} or plain Markdown`);
  }
  const ids = idsOf(component);
  if (component.attributes.length !== 1 || ids.length === 0)
    report(
      `<${name}> is not written in full`,
      `write <${name} id="…" /> or <${name} id="…">words</${name}>, with the ids in double quotes`,
    );
  for (const id of ids) {
    const wrong = known(id);
    if (wrong) report(`<${name} id="${id}">: \`${id}\` ${wrong}`, "correct the id, or add what is missing");
  }
}

const QUOTE_FIX = 'give the event a `quote` and write <Quote id="event-id" />, or say it in our own words';
const CODE: [what: string, fix: string] = ["braces, which would be run as code", "write \\{ for a brace"];
const PICTURE: [what: string, fix: string] = ["a picture", "draw it as a chart, or leave it out"];

const REJECTED: Readonly<Record<string, [what: string, fix: string]>> = {
  blockquote: ["a block quotation", QUOTE_FIX],
  image: PICTURE,
  imageReference: PICTURE,
  mdxFlowExpression: CODE,
  mdxTextExpression: CODE,
  mdxjsEsm: [
    "an import or export, which is code",
    "remove it (components need no import), or begin the line with another word",
  ],
};

/**
 * Another site, a path of this one, an anchor or an e-mail address, in which every % begins a code of two digits;
 * scripts/verify.ts checks that the target exists.
 */
const ADDRESS = /^(https?:\/\/\w|mailto:[^\s@]+@\w|\/(?![/\\])|#)([^%]|%[\da-f]{2})*$/i;

function checkMarkdown(node: Node, report: Report) {
  if (node.type === "heading" && node.depth === 1)
    report("the text holds a heading of the first level, which is the title", "begin it with ##");
  const [what, fix] = REJECTED[node.type] ?? [];
  if (what && fix) report(`the text holds ${what}`, fix);
  if (node.type !== "link" && node.type !== "definition") return;
  const isAddress =
    ADDRESS.test(node.url) && (!/^http/i.test(node.url) || webUrl.safeParse(node.url).success);
  if (!isAddress)
    report(
      `the link to \`${node.url.slice(0, 60)}\` is not an address`,
      "write https://…, /path/, #anchor or name@example.org, and %25 for a percent sign",
    );
}

/** The parser takes any attribute in braces, also code; `named` has the ids of the headings before. */
function checkHeading(heading: Node, named: Set<string>, report: Report) {
  const { hProperties: attributes = {} } = (heading.data ?? {}) as { hProperties?: object };
  for (const [name, value] of Object.entries(attributes) as [string, unknown][]) {
    if (name !== "id") report(`the heading has the attribute \`${name}\``, "leave only an id: {#id}");
    else if (!id.safeParse(value).success || named.has(`#${String(value)}`))
      report(
        `the id \`${String(value)}\` of the heading is not valid, or another heading has it`,
        "write another one, of lower-case letters and digits joined by single hyphens",
      );
    else named.add(`#${String(value)}`);
  }
}

function isBlock(node: Node) {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    node.type === "tableRow" ||
    (node.type === "mdxJsxFlowElement" &&
      (node.name === "Quote" || childrenOf(node).some(({ type }) => type === "text")))
  );
}

/** Quotation marks as the parser sets them; an unclosed quotation reaches to the end of its block. */
const QUOTATION = /“([^”]*)|«([^»]*)|„([^“”]*)|(?<!\p{L})‘(.*?)(?:’(?!\p{L})|$)/gsu;
/** Fewer quoted words are a term or a title. */
const MAX_QUOTED_WORDS = 2;

/** The ledger has quotations with their language, for <Quote>. */
function checkWords(block: Node, { needsReceipts, accused, ledger }: TextKind, report: Report) {
  const nodes = [...nodesIn(block)];
  const words = nodes.map((node) => wordsOf(node, accused)).join("");
  for (const match of words.matchAll(QUOTATION)) {
    const quoted = (match.slice(1) as (string | undefined)[]).find((part) => part !== undefined) ?? "";
    if ((quoted.match(/[\p{L}\p{N}]\S*/gu) ?? []).length > MAX_QUOTED_WORDS)
      report(`the text holds the quotation “${quoted.slice(0, 60)}”`, QUOTE_FIX);
  }
  const isCited = nodes.some(isFact);
  const quotes = nodes.filter((node) => isComponent(node) && node.name === "Quote") as Component[];
  if (quotes[0] && !(isCited && /\p{L}/u.test(words))) {
    const id = idsOf(quotes[0]).join(" ");
    report(
      `<Quote id="${id}"> shows the words alone`,
      `write it in a sentence that says whose they are, and cite it: She said: <Quote id="${id}" />.<Fact id="${id}" />`,
    );
  }
  if (needsReceipts && !isCited && block.type !== "heading" && (/\d/.test(words) || namesOffence(words)))
    report(
      `a paragraph with a figure, a date or an offence has no receipt: “${words.slice(0, 60)}…”`,
      "add a <Fact> with the id of the row that says it, or remove it",
    );
  for (const { figure, ids } of needsReceipts ? unknownFigures(block, ledger) : [])
    report(
      `“${figure}” is in none of the rows that are cited beside it: \`${ids.join("`, `")}\``,
      "correct the figure, or cite the row that has it as well",
    );
  // A table row counts as one sentence.
  const sentences = block.type === "tableRow" ? words.replace(/[.!?]+(?=\s|$)/g, ",") : words;
  const accusation = unsaidAccusation(sentences, accused);
  if (accusation) report(accusation, ACCUSATION_FIX);
}

/** Visible words of the node itself; a <Person> without words shows the name. */
function wordsOf(node: Node, accused: readonly Accused[]) {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "tableCell") return " ";
  if (!isComponent(node) || node.name !== "Person" || node.children.length > 0) return "";
  return accused.find(({ id }) => idsOf(node).includes(id))?.name ?? "";
}
