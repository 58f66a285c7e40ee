import type { Element, Root } from "hast";
import { defaultHandlers } from "hast-util-to-mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { escapeMarkup } from "../escape.ts";
import { getSite } from "../site.ts";

/** Citations become footnotes, URLs absolute. `html` is the whole page. */
export function articleMarkdown(html: string, url: string): string {
  const article = /<article[\s>].*<\/article>/s.exec(html)?.[0];
  if (!article) throw new Error(`${url} has no <article> to write as Markdown`);
  const markdown = unified()
    .use(rehypeParse, { fragment: true })
    .use(() => removeSilent)
    .use(rehypeRemark, { handlers })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: "-" })
    // Links are resolved against the base.
    .processSync(`<base href="${escapeMarkup(url)}">${article}`);
  const { confirmed, ...others } = getSite().labels.statuses;
  const marks = Object.values(others)
    .map(({ name }) => `(${name})`)
    .filter((mark) => String(markdown).includes(mark));
  const key =
    marks.length > 0
      ? `\nA statement that is not ${confirmed.name} says so in words or ends in ${marks.join(" or ")}.`
      : "";
  return `Source: <${url}>. Licence: ${getSite().licence.line}.${key}\n\n${String(markdown)}`;
}

const SILENT_TAGS = new Set(["nav", "svg", "button", "script", "style", "summary"]);

/** What means nothing in plain text: navigation, drawings, controls, symbols repeated in words. */
function removeSilent(parent: Root | Element) {
  parent.children = parent.children.filter((child) => {
    if (child.type !== "element") return true;
    const { className, ariaHidden } = child.properties;
    const isSilent =
      SILENT_TAGS.has(child.tagName) ||
      ariaHidden === "true" ||
      [className].flat().some((name) => name === "no-print" || name === "figure__row");
    if (!isSilent) removeSilent(child);
    return !isSilent;
  });
}

/** From `<li id="source_50">`. */
function describedNumber({ tagName, properties }: Element) {
  return tagName === "li" ? /^source_(\d+)$/.exec(String(properties.id))?.[1] : undefined;
}

const handlers: Options["handlers"] = {
  span(state, element: Element) {
    // `data-s="50 81"` has the numbers of the sources.
    const { dataS } = element.properties;
    const numbers = dataS ? String(dataS).split(" ") : [];
    return [
      ...state.all(element),
      ...numbers.map((identifier) => ({ type: "footnoteReference" as const, identifier })),
    ];
  },
  a(state, element: Element) {
    const { className, href } = element.properties;
    if ([className].flat().includes("citation")) return undefined;
    // Omits the link from a source back to its citation.
    return /^#cited_\d+$/.test(String(href)) ? undefined : defaultHandlers.a(state, element);
  },
  ol(state, element: Element) {
    const isSourceList = element.children.some((child) => child.type === "element" && describedNumber(child));
    return isSourceList ? state.toFlow(state.all(element)) : defaultHandlers.ol(state, element);
  },
  li(state, element: Element) {
    const identifier = describedNumber(element);
    return identifier
      ? { type: "footnoteDefinition", identifier, children: state.toFlow(state.all(element)) }
      : defaultHandlers.li(state, element);
  },
};
