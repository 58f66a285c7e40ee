import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from "satteri";
import { getOrInsert } from "../required.ts";

/** What the parser reads besides Markdown and components; astro.config.mjs builds the pages with the same. */
export const FEATURES = { gfm: true, headingAttributes: true, smartPunctuation: true } as const;

export type Node = ReturnType<typeof mdxToMdast>;
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** A place in a text: line and column from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Notes something wrong at a place of a text. */
export type Report = (place: Place, message: string, fix: string) => void;

const trees = new Map<string, Node>();

/** The tree of a text, with or without its frontmatter. Throws an Error that begins with `line:column: ` if it is not MDX. */
export function parseMdx(text: string): Node {
  return getOrInsert(trees, text, () => mdxToMdast(text, { features: FEATURES }));
}

/** A node and all below it, in reading order. */
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

/** Where a node begins. */
export function placeOf({ position }: Node): Place {
  return position?.start ?? { line: 1, column: 1 };
}

/** A component that names things by their ids. */
export interface Mention {
  component: string;
  ids: string[];
}

/** The components below a node, in reading order. */
export function mentionsIn(node: Node): Mention[] {
  return [...nodesIn(node)]
    .filter(isComponent)
    .map((component) => ({ component: component.name ?? "", ids: idsOf(component) }));
}

/** The ids that a component names: words of its attribute `id`. */
export function idsOf({ attributes }: Component): string[] {
  const value = attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "id",
  )?.value;
  return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
}
