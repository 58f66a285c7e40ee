import { Parser } from "htmlparser2";
import { type HtmlFile, htmlFiles } from "../html-files.ts";

/** A start tag of a page. */
export interface Tag {
  name: string;
  /** Values with their entities resolved, names in lower case; an attribute without a value is an empty text. */
  attributes: Readonly<Record<string, string>>;
  /** What stands inside a script, style or title, to the byte; empty for all others. */
  text: string;
  /** The drawing that it stands in, or is. */
  svg: Tag | undefined;
}

/** A page of the built site, with its tags. */
export interface ReadPage extends HtmlFile {
  tags: Tag[];
  /** Search engines are asked not to list it. */
  noindex: boolean;
}

/** Tags whose text a check looks at. */
const WITH_TEXT = new Set(["script", "style", "title"]);

/** Every page under `root`. */
export function readPages(root: string): ReadPage[] {
  return htmlFiles(root).map(readPage);
}

/** What a check finds in each page, the file in front of it. */
export function inEach(pages: readonly ReadPage[], check: (page: ReadPage) => Iterable<string>): string[] {
  return pages.flatMap((page) => [...check(page)].map((problem) => `${page.file}: ${problem}`));
}

/** The page with its tags. */
export function readPage(page: HtmlFile): ReadPage {
  const tags = tagsOf(page.html);
  return { ...page, tags, noindex: metaOf(tags, "robots")?.includes("noindex") ?? false };
}

/** Every start tag of an HTML or SVG text, in order. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const tag: Tag = { name, attributes, text: "", svg: open.at(-1)?.svg };
      if (name === "svg") tag.svg ??= tag;
      tags.push(tag);
      open.push(tag);
    },
    ontext(text) {
      const tag = open.at(-1);
      if (tag && WITH_TEXT.has(tag.name)) tag.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return tags;
}

/** Content of the meta tag with that name, property or http-equiv; undefined if there is none. */
export function metaOf(tags: readonly Tag[], name: string): string | undefined {
  return metasOf(tags, name)[0];
}

/** Contents of all meta tags with that name, property or http-equiv. */
export function metasOf(tags: readonly Tag[], name: string): string[] {
  return tags.flatMap(({ name: tag, attributes }) =>
    tag === "meta" &&
    ["name", "property", "http-equiv"].some((key) => attributes[key]?.toLowerCase() === name.toLowerCase())
      ? [attributes.content ?? ""]
      : [],
  );
}

/** Attributes of the links of that relation. */
export function linksOf(tags: readonly Tag[], rel: string): Tag["attributes"][] {
  return tags.flatMap(({ name, attributes }) =>
    name === "link" && attributes.rel?.split(" ").includes(rel) ? [attributes] : [],
  );
}
