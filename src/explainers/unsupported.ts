import { CITING } from "./citations.ts";
import { type Accused, ACCUSATION_FIX, namesOffence, unsaidAccusation } from "../ledger/presumption.ts";
import { childrenOf, idsOf, isComponent, type Node, nodesIn, placeOf, type Report } from "./mdx.ts";
import { isBlock } from "./quotations.ts";
import type { TextKind } from "./text-kinds.ts";

/** Reports paragraphs and rows that need a receipt and have none, and sentences that tell an accusation as a fact. */
export function unsupportedIn(tree: Node, { needsReceipts, accused }: TextKind, report: Report): void {
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
        "add a <Cite>, a <Fact> or a <Reason>, or take it out",
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
