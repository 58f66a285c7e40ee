import { type HtmlFile, htmlFiles } from "../html-files.ts";
import { type Tag, tagsOf } from "./tags.ts";

/** A page of the built site, with its tags. */
export interface ReadPage extends HtmlFile {
  tags: Tag[];
  /** Search engines are asked not to list it. */
  noindex: boolean;
}

/** Every page under `root`. */
export function readPages(root: string): ReadPage[] {
  return htmlFiles(root).map(readPage);
}

/** The page with its tags. */
export function readPage(page: HtmlFile): ReadPage {
  const tags = tagsOf(page.html);
  return { ...page, tags, noindex: metaOf(tags, "robots")?.includes("noindex") ?? false };
}

/** Content of the meta tag with that name, property or http-equiv; undefined if there is none. */
export function metaOf(tags: readonly Tag[], name: string): string | undefined {
  return metasOf(tags, name)[0];
}

/** Contents of all meta tags with that name, property or http-equiv. */
export function metasOf(tags: readonly Tag[], name: string): string[] {
  return tags.flatMap(({ name: tag, attributes }) =>
    tag === "meta" && ["name", "property", "http-equiv"].some((key) => attributes.get(key)?.toLowerCase() === name.toLowerCase())
      ? [attributes.get("content") ?? ""]
      : [],
  );
}

/** Attributes of the links of that relation. */
export function linksOf(tags: readonly Tag[], rel: string): ReadonlyMap<string, string>[] {
  return tags.flatMap(({ name, attributes }) => (name === "link" && attributes.get("rel")?.split(" ").includes(rel) ? [attributes] : []));
}
