import { routeOf } from "../../src/routes.ts";
import type { ReadPage } from "./read-pages.ts";
import { fileAt, pathOf } from "./site-address.ts";

type Node = Record<string, unknown>;

/** Least characters that a search engine takes as the description of a dataset. */
const DATASET_DESCRIPTION = 50;
/** Properties that lead to a page or file of the site. */
const ADDRESSES = ["url", "item", "image", "logo", "contentUrl", "correctionsPolicy", "mainEntityOfPage"];
/** All that may be said of a person. */
const OF_A_PERSON = ["@type", "name", "alternateName", "description", "url"];

/**
 * JSON-LD that does not parse, is not what src/routes.ts says, holds an empty property, says too much of a person, or leads to
 * a page that is not there. What a type may hold is known to the compiler: src/meta/structured.ts.
 */
export function checkStructuredData(pages: readonly ReadPage[], root: string): string[] {
  return pages
    .filter((page) => !page.noindex)
    .flatMap((page) => {
      const say = (what: string) => `${page.file}: JSON-LD: ${what}; mend: see src/meta/`;
      let nodes: Node[];
      try {
        nodes = page.tags
          .filter((tag) => tag.name === "script" && tag.attributes.type === "application/ld+json")
          .flatMap((tag) => nodesIn(JSON.parse(tag.text)));
      } catch (error) {
        return [say(`does not parse: ${(error as Error).message}`)];
      }
      const types = new Set(nodes.map((node) => node["@type"]));
      const expected = [routeOf(page.url)?.structured ?? [], page.url === "/" ? [] : "BreadcrumbList"].flat();
      return [
        ...expected.filter((type) => !types.has(type)).map((type) => say(`no ${type}`)),
        ...nodes.flatMap((node) => wrongWith(node, root).map(say)),
      ];
    });
}

function wrongWith(node: Node, root: string): string[] {
  const type = String(node["@type"]);
  const problems = Object.keys(node)
    .filter(
      (key) => node[key] === null || node[key] === "" || (Array.isArray(node[key]) && node[key].length === 0),
    )
    .map((key) => `\`${key}\` of a ${type} is empty`);
  if (type === "Dataset" && String(node.description).length < DATASET_DESCRIPTION)
    problems.push(
      `the description of the Dataset “${String(node.name)}” has fewer than ${DATASET_DESCRIPTION} characters`,
    );
  if (type === "Person")
    for (const key of Object.keys(node))
      if (!OF_A_PERSON.includes(key)) problems.push(`a Person says \`${key}\`: names and office only`);
  for (const key of ADDRESSES) {
    const address = node[key];
    if (typeof address !== "string") continue;
    const path = pathOf(address);
    if (!path || !fileAt(root, path))
      problems.push(`\`${key}\` of a ${type} leads to \`${address}\`, which is not in the site`);
  }
  return problems;
}

/** Every node with a type, however deep. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  return [...(node["@type"] ? [node] : []), ...Object.values(node).flatMap(nodesIn)];
}
