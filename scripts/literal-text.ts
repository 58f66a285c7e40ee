import type { Rule } from "eslint";

/** Attributes that a reader hears or sees. */
const SPOKEN = ["alt", "aria-label", "cardAlt", "description", "label", "placeholder", "summary", "title"];
/** Two words, the first with a capital letter: no class, path or key. */
const SENTENCE = /^\W*\p{Lu}[\p{L}’']*[,:]? \W*\p{L}/u;
const WORD = /\p{L}{2}/u;

/** A node of a syntax tree, as far as this looks at it. */
interface Node {
  type: string;
  value?: unknown;
  quasis?: { value: { raw: string } }[];
  name?: { name?: string };
  callee?: { property?: { name?: string } };
  openingElement?: { name?: { name?: string } };
  parent?: Node;
}

/**
 * What the site says by itself stands in src/words/. Reports text in markup, spoken attributes, and texts that begin like a
 * sentence, but for what developers and editors read: errors, docs of the schema. What there was before stands by number in
 * eslint-suppressions.json; where some of it has gone, `eslint . --prune-suppressions` writes the new numbers.
 */
export const literalText: Rule.RuleModule = {
  create(context) {
    const report = (node: Node, text: string) =>
      context.report({
        node: node as Rule.Node,
        message: `${text.trim().replace(/\s+/g, " ")}; mend: move it to src/words/en/`,
      });
    return {
      "JSXText, AstroText"(node: Node) {
        if (WORD.test(String(node.value)) && !isForMachines(node)) report(node, String(node.value));
      },
      "Literal, TemplateLiteral"(node: Node) {
        const text = node.quasis?.map(({ value }) => value.raw).join("0") ?? node.value;
        if (typeof text !== "string") return;
        const attribute = node.parent?.type === "JSXAttribute" && node.parent.name?.name;
        if (
          attribute
            ? SPOKEN.includes(attribute) && WORD.test(text)
            : SENTENCE.test(text) && !isForMakers(node)
        )
          report(node, text);
      },
    } as Rule.RuleListener;
  },
};

function isForMakers(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (
      ["ImportDeclaration", "NewExpression", "ThrowStatement"].includes(at.type) ||
      at.callee?.property?.name === "describe"
    )
      return true;
  return false;
}

function isForMachines({ parent }: Node): boolean {
  const name = parent?.openingElement?.name?.name;
  return name === "script" || name === "style" || parent?.type === "AstroDoctype";
}
