import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from "satteri";

/** Parser options, shared with the build in astro.config.mjs. */
export const FEATURES = { gfm: true, headingAttributes: true, smartPunctuation: true } as const;

export type Node = ReturnType<typeof mdxToMdast>;
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Frontmatter is optional. Throws an Error that begins with `line:column: ` if it is not MDX. */
export function parseMdx(text: string): Node {
  return mdxToMdast(text, { features: FEATURES });
}

export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesIn(child);
}

export function childrenOf(node: Node): readonly Node[] {
  return "children" in node ? node.children : [];
}

export function isComponent(node: Node): node is Component {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Ids in the attribute `id`, separated by spaces. */
export function idsOf({ attributes }: Component): string[] {
  const value = attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "id",
  )?.value;
  return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
}
