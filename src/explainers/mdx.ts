import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from "satteri";
import { getOrInsert } from "../required.ts";

/** Parser options, shared with the build in astro.config.mjs. */
export const FEATURES = { gfm: true, headingAttributes: true, smartPunctuation: true } as const;

export type Node = ReturnType<typeof mdxToMdast>;
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Line and column, from 1. */
export interface Place {
  line: number;
  column: number;
}

export type Report = (place: Place, message: string, fix: string) => void;

const trees = new Map<string, Node>();

/**
 * Parses a text with or without frontmatter. Throws an Error that begins with `line:column: ` if it is not
 * MDX.
 */
export function parseMdx(text: string): Node {
  return getOrInsert(trees, text, () => mdxToMdast(text, { features: FEATURES }));
}

/** The node and its descendants, in reading order. */
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

export function placeOf({ position }: Node): Place {
  return position?.start ?? { line: 1, column: 1 };
}

/** A component that names rows by their ids. */
export interface Mention {
  component: string;
  ids: string[];
}

export function mentionsIn(node: Node): Mention[] {
  return [...nodesIn(node)]
    .filter(isComponent)
    .map((component) => ({ component: component.name ?? "", ids: idsOf(component) }));
}

/** Ids in the attribute `id`, separated by spaces. */
export function idsOf({ attributes }: Component): string[] {
  const value = attributes.find(
    (attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === "id",
  )?.value;
  return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
}
