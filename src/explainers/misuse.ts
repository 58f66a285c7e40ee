import { HIDDEN, id as idSchema } from "../ledger/fields.ts";
import {
  childrenOf,
  type Component,
  idsOf,
  isComponent,
  type Node,
  nodesIn,
  placeOf,
  type Report,
} from "./mdx.ts";
import type { TextKind } from "./text-kinds.ts";

/**
 * Reports everything in a text that is neither Markdown nor a component of its kind with ids that exist: other tags, code
 * (braces, import, export), pictures, links that are no addresses, headings with more than an id of their own, hidden characters.
 */
export function misusesIn(text: string, tree: Node, kind: TextKind, report: Report): void {
  const ids = new Set<unknown>();
  for (const node of nodesIn(tree)) {
    const place = placeOf(node);
    if (isComponent(node)) componentMisuses(node, kind, report);
    else if (node.type === "mdxjsEsm")
      report(
        place,
        `\`${node.value.slice(0, 40)}\` is code`,
        "remove it (components need no import), or begin the line with another word",
      );
    else if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
      report(place, `\`{${node.value.slice(0, 40)}}\` would be run as code`, "write \\{ for a brace");
    else if (node.type === "image" || node.type === "imageReference")
      report(place, "the text holds a picture", "draw it as a chart, or leave it out");
    else if (node.type === "link" || node.type === "definition") {
      if (!isAddress(node.url))
        report(
          place,
          `the link to \`${node.url.slice(0, 60)}\` is no address`,
          "write https://…, /path/ or #anchor",
        );
    } else if (node.type === "heading") {
      const { id, ...others } =
        (node.data as { hProperties?: Readonly<Record<string, unknown>> } | undefined)?.hProperties ?? {};
      if (id === undefined && Object.keys(others).length === 0) continue;
      if (Object.keys(others).length > 0 || !idSchema.safeParse(id).success || ids.has(id))
        report(
          place,
          "the braces of the heading hold no id, or one that is taken",
          "write {#lower-case-letters}, once in the text",
        );
      ids.add(id);
    }
  }
  for (const { 0: char, index } of text.replace(/[\t\r\n]/g, " ").matchAll(HIDDEN)) {
    const before = text.slice(0, index).split("\n");
    const at = { line: before.length, column: before.slice(-1).join("").length + 1 };
    const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    report(at, `the text holds a hidden character (U+${code})`, "remove it");
  }
}

function componentMisuses(component: Component, { components }: TextKind, report: Report): void {
  const place = placeOf(component);
  const name = component.name ?? "";
  if (!Object.hasOwn(components, name)) {
    const names = Object.keys(components).map((known) => `<${known}>`);
    return report(place, `unknown component or tag <${name}>`, `use ${names.join(", ")} or plain Markdown`);
  }
  const problemOf = components[name];
  const ids = idsOf(component);
  const isWhole = problemOf
    ? component.attributes.length === 1 && ids.length > 0
    : component.attributes.length === 0;
  if (!isWhole) {
    const form = problemOf ? `<${name} id="…" /> or <${name} id="…">words</${name}>` : `<${name} />`;
    report(place, `<${name}> is not written in full`, `write ${form}, with the ids in double quotes`);
  }
  for (const id of ids) {
    const wrong = problemOf?.(id);
    if (wrong)
      report(place, `<${name} id="${id}">: \`${id}\` ${wrong}`, "correct the id, or add what is missing");
  }
  for (const inner of childrenOf(component)
    .flatMap((child) => [...nodesIn(child)])
    .filter(isComponent))
    report(placeOf(inner), `<${inner.name}> stands inside <${name}>`, `close <${name}> before it`);
}

/** Whether a link leads into the site by its path, into the page, or to another site. */
function isAddress(url: string): boolean {
  const site = "https://site.invalid";
  const target = URL.parse(url, site);
  if (!target || !isEncoded(target.hash)) return false;
  if (url.startsWith("#") || url.startsWith("/")) return target.origin === site;
  return URL.canParse(url) && ["http:", "https:"].includes(target.protocol);
}

function isEncoded(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
