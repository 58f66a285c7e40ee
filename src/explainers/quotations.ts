import { mdxToMdast } from "satteri";
import type { Misuse } from "./markup.ts";

type Node = ReturnType<typeof mdxToMdast>;

/** Marks that open and close a quotation; one that is not closed reaches to the end of its paragraph. */
const MARKED = /“([^”]*)|"([^"]*)"|«([^»]*)|„([^“”]*)|(?<!\p{L})‘(.*?)(?:’(?!\p{L})|$)/gsu;
/** Shorter words in quotation marks are a term or a title. */
const MOST_WORDS = 2;

/**
 * Words of others that the body of an explainer holds itself: in quotation marks, or as a block quotation. They belong into
 * the ledger, with their language, and into the text by <Quote>. `firstLine` is the line of the file at which the body begins.
 */
export function rawQuotations(body: string, firstLine = 1): Misuse[] {
  let tree: Node;
  try {
    tree = mdxToMdast(body);
  } catch (error) {
    const wrong = `the text cannot be read: ${(error as Error).message.split("\n")[0]}`;
    return [{ line: firstLine, column: 1, wrong, expected: "Markdown with components", mend: "correct the place that the message names" }];
  }
  const found: Misuse[] = [];
  const report = (line: number, wrong: string) =>
    found.push({
      line: firstLine + line - 1,
      column: 1,
      wrong,
      expected: 'a quotation of the ledger, <Quote id="event-id" />',
      mend: "give the event a `quote` and name it here, or say it in the site’s words",
    });
  const walk = (node: Node) => {
    if (node.type === "blockquote") report(node.position!.start.line, "a block quotation stands in the text");
    else if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
      const texts = textsOf(node);
      const text = texts.map(({ value }) => value).join("");
      for (const match of text.matchAll(MARKED)) {
        const words = match.slice(1).find((part) => part !== undefined)!;
        if ((words.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length <= MOST_WORDS) continue;
        report(lineAt(texts, match.index), `the quotation “${words.slice(0, 60)}” stands in the text`);
      }
    } else if ("children" in node) node.children.forEach(walk);
  };
  walk(tree);
  return found;
}

interface Text {
  value: string;
  /** Line of the body at which it begins, from 1. */
  line: number;
}

function textsOf(node: Node): Text[] {
  if ("children" in node) return node.children.flatMap(textsOf);
  return "value" in node ? [{ value: node.value, line: node.position!.start.line }] : [];
}

/** Line of the character at `index` of the joined texts. */
function lineAt(texts: readonly Text[], index: number): number {
  let before = 0;
  for (const { value, line } of texts) {
    if (index < before + value.length) return line + value.slice(0, index - before).split("\n").length - 1;
    before += value.length;
  }
  throw new RangeError(`no character ${index}`);
}
