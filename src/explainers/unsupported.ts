import { CITING } from "./citations.ts";
import { isComponent, type Node, nodesIn, placeOf, type Report } from "./mdx.ts";
import { isBlock } from "./quotations.ts";
import type { TextKind } from "./text-kinds.ts";

/** Words that make a sentence about wrongdoing an attributed one. */
const GUARDED =
  /alleg|suspect|suspicion|accus|investigat|according to|denie|denial|charge|notified|presum|unfounded|not a party|witness/i;
const WRONGDOING = /corrupt|kickback|launder|embezzl|brib|fraud|illicit|misappropriat|criminal|\bscheme\b/i;

/** Reports paragraphs and rows that need a receipt and have none, and names beside wrongdoing that nobody is said to allege. */
export function unsupportedIn(tree: Node, { needsReceipts, accused }: TextKind, report: Report): void {
  for (const block of nodesIn(tree)) {
    // A row of a table is one sentence.
    if (
      block.type !== "tableRow" &&
      (!isBlock(block) || block.type === "heading" || block.type === "tableCell")
    )
      continue;
    const place = placeOf(block);
    const nodes = [...nodesIn(block)];
    const words = nodes
      .map((node) => (node.type === "text" || node.type === "inlineCode" ? node.value : ""))
      .join("");
    const isCited = nodes.some((node) => isComponent(node) && CITING.has(node.name ?? ""));
    const lacks = (what: string) =>
      report(
        place,
        `a paragraph ${what} has no receipt: “${words.slice(0, 60)}…”`,
        "a <Cite>, a <Fact> or a <Reason> in it",
        "cite the source, or take it out",
      );
    if (needsReceipts && !isCited && /\d/.test(words)) lacks("with a figure or a date");
    if (!WRONGDOING.test(words)) continue;
    if (needsReceipts && !isCited) lacks("about wrongdoing");
    const named = accused.find(([, family]) => words.includes(family));
    if (named && !GUARDED.test(words))
      report(
        place,
        `${named[0]} is named beside wrongdoing without attribution`,
        "who alleges it, the stage, the denial",
        "write what is alleged and by whom",
      );
  }
}
