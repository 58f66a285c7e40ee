import type { ReadPage } from "./read-pages.ts";
import { fileAt, pathOf } from "./site-address.ts";

type Node = Record<string, unknown>;

/** What search engines ask of each type that the site uses. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  BreadcrumbList: ["itemListElement"],
  DataCatalog: ["name", "description", "dataset"],
  DataDownload: ["contentUrl", "encodingFormat"],
  Dataset: ["name", "description", "url", "license", "creator", "distribution"],
  EntryPoint: ["urlTemplate"],
  ListItem: ["position", "name", "item"],
  NewsArticle: ["headline", "description", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"],
  Organization: ["name", "url"],
  Person: ["name", "url"],
  SearchAction: ["target", "query-input"],
  WebSite: ["name", "url", "potentialAction"],
};

/** Types without which a page of that kind is not found as what it is. */
const EXPECTED: readonly (readonly [kind: RegExp, type: string])[] = [
  [/^\/$/, "WebSite"],
  [/^\/(plan|france|corruption)\/$/, "NewsArticle"],
  [/^\/charts\/[^/]+\/$/, "Dataset"],
  [/^\/data\/$/, "DataCatalog"],
  [/^\/people\/[^/]+\/$/, "Person"],
  [/^\/organisations\/[^/]+\/$/, "Organization"],
  [/^\/.+/, "BreadcrumbList"],
];

/** Least characters that a search engine takes as the description of a dataset. */
const DATASET_DESCRIPTION = 50;

/** JSON-LD that does not parse, lacks what its type needs, says too much of a person, or leads to a page that is not there. */
export function checkStructuredData(pages: readonly ReadPage[], root: string): string[] {
  return pages
    .filter((page) => !page.noindex)
    .flatMap((page) => {
      const say = (what: string) => `${page.file}: JSON-LD: ${what}; mend: see src/meta/`;
      let nodes: Node[];
      try {
        nodes = page.tags
          .filter((tag) => tag.name === "script" && tag.attributes.get("type") === "application/ld+json")
          .flatMap((tag) => nodesIn(JSON.parse(tag.text)));
      } catch (error) {
        return [say(`does not parse: ${(error as Error).message}`)];
      }
      const types = new Set(nodes.map((node) => String(node["@type"])));
      return [
        ...EXPECTED.filter(([kind, type]) => kind.test(page.url) && !types.has(type)).map(([, type]) => say(`no ${type}`)),
        ...nodes.flatMap((node) => wrongWith(node, root).map(say)),
      ];
    });
}

function wrongWith(node: Node, root: string): string[] {
  const type = String(node["@type"]);
  if (!Object.hasOwn(REQUIRED, type)) return [`the type ${type} is not known to this check`];
  const missing = REQUIRED[type]!.filter((key) => isEmpty(node[key])).map((key) => `a ${type} lacks \`${key}\``);
  const short =
    type === "Dataset" && String(node.description).length < DATASET_DESCRIPTION
      ? [`the description of the Dataset “${String(node.name)}” has fewer than ${DATASET_DESCRIPTION} characters`]
      : [];
  const said =
    type === "Person"
      ? Object.keys(node)
          .filter((key) => !["@type", "name", "alternateName", "description", "url"].includes(key))
          .map((key) => `a Person says \`${key}\`: names and office only`)
      : [];
  const lost = ["url", "item", "image", "logo", "contentUrl", "mainEntityOfPage"].flatMap((key) => {
    const address = node[key];
    if (typeof address !== "string") return [];
    const path = pathOf(address);
    return path && fileAt(root, path) ? [] : [`\`${key}\` of a ${type} leads to \`${address}\`, which is not in the site`];
  });
  return [...missing, ...short, ...said, ...lost];
}

/** Every node with a type, however deep. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  return [...(node["@type"] ? [node] : []), ...Object.values(node).flatMap(nodesIn)];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
