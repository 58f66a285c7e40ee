import { childrenOf, type Node, nodesIn, type Place, placeOf, type Report } from "./mdx.ts";

/** Marks that open and close a quotation, as the parser sets them; one that is not closed reaches to the end of its block. */
const MARKED = /“([^”]*)|«([^»]*)|„([^“”]*)|(?<!\p{L})‘(.*?)(?:’(?!\p{L})|$)/gsu;
/** Shorter words in quotation marks are a term or a title. */
const MOST_WORDS = 2;

/**
 * Reports words of others that a text holds itself: in quotation marks, or as a block quotation. They belong into the ledger,
 * with their language, and into the text by <Quote>.
 */
export function quotationsIn(tree: Node, report: Report): void {
  const refuse = (place: Pick<Place, "line" | "column">, wrong: string) =>
    report(
      place,
      wrong,
      'give the event a `quote` and write <Quote id="event-id" />, or say it in our own words',
    );
  for (const node of nodesIn(tree)) {
    if (node.type === "blockquote") refuse(placeOf(node), "a block quotation stands in the text");
    if (!isBlock(node)) continue;
    const parts = [...nodesIn(node)].filter((part) => part.type === "text" || part.type === "inlineCode");
    const text = parts.map(({ value }) => value).join("");
    for (const match of text.matchAll(MARKED)) {
      const quoted = match.slice(1).find((part) => part !== undefined) ?? "";
      if ((quoted.match(/[\p{L}\p{N}]\S*/gu) ?? []).length <= MOST_WORDS) continue;
      refuse(characterAt(parts, match.index), `the quotation “${quoted.slice(0, 60)}” stands in the text`);
    }
  }
}

/** Whether a node is a paragraph, heading, cell or component that holds words itself. */
export function isBlock(node: Node): boolean {
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
