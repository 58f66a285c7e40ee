import { routeOf } from "../../src/routes.ts";
import { inEach, type ReadPage } from "./read-pages.ts";
import { fileAt, pathOf } from "./site-address.ts";

type Node = Record<string, unknown>;

/** Least characters that a search engine takes as the description of a dataset. */
const DATASET_DESCRIPTION = 50;
/** Properties that lead to a page or file of the site. */
const ADDRESSES = ["url", "item", "image", "logo", "contentUrl", "correctionsPolicy", "mainEntityOfPage"];
/** All that may be said of a person. */
const OF_A_PERSON = ["@type", "name", "alternateName", "description", "url"];

/**
 * JSON-LD that does not parse, is not of the types of src/routes.ts, holds an empty property, says too much of a person, or
 * leads to no page. What a type may hold the compiler knows: src/meta/structured.ts.
 */
export function checkStructuredData(pages: readonly ReadPage[], root: string): string[] {
  const listed = pages.filter((page) => !page.noindex);
  return inEach(listed, function* (page) {
    for (const what of wrongOn(page, root)) yield `JSON-LD: ${what}; mend: see src/meta/`;
  });
}

function* wrongOn({ url, tags }: ReadPage, root: string): Generator<string> {
  let nodes: Node[];
  try {
    nodes = tags
      .filter(({ name, attributes }) => name === "script" && attributes.type === "application/ld+json")
      .flatMap((tag) => nodesIn(JSON.parse(tag.text)));
  } catch (error) {
    return yield `does not parse: ${(error as Error).message}`;
  }
  const types = nodes.map((node) => node["@type"]);
  for (const type of [routeOf(url)?.structured ?? [], url === "/" ? [] : "BreadcrumbList"].flat())
    if (!types.includes(type)) yield `no ${type}`;
  for (const node of nodes) yield* wrongWith(node, root);
}

function* wrongWith(node: Node, root: string): Generator<string> {
  const type = String(node["@type"]);
  for (const [key, value] of Object.entries(node)) {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
      yield `\`${key}\` of a ${type} is empty`;
    if (type === "Person" && !OF_A_PERSON.includes(key))
      yield `a Person says \`${key}\`: names and office only`;
    if (!ADDRESSES.includes(key) || typeof value !== "string") continue;
    const path = pathOf(value);
    if (!path || !fileAt(root, path))
      yield `\`${key}\` of a ${type} leads to \`${value}\`, which is not in the site`;
  }
  if (type === "Dataset" && String(node.description).length < DATASET_DESCRIPTION)
    yield `the description of the Dataset “${String(node.name)}” has fewer than ${DATASET_DESCRIPTION} characters`;
}

/** Every node with a type, however deep. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return "@type" in value ? [value as Node, ...inside] : inside;
}
