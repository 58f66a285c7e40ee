import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadPage, tagsOf } from "./read-pages.ts";

const BROKEN = /\b(?:NaN|Infinity|undefined)\b/;

/** Drawings with a coordinate that is no number, or without a name. */
export function checkDrawings(pages: readonly ReadPage[], root: string): string[] {
  const drawn = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".svg"))
    .map((file) => ({ file, tags: tagsOf(readFileSync(join(root, file), "utf8")) }));
  return [...pages, ...drawn].flatMap(({ file, tags }) => {
    const named = new Set(tags.flatMap(({ name, svg }) => (name === "title" && svg ? svg : [])));
    return tags.flatMap((tag) => [
      ...(tag.svg ? Object.entries(tag.attributes) : []).flatMap(([key, value]) =>
        BROKEN.test(value)
          ? `${file}: an SVG holds <${tag.name} ${key}="${value.slice(0, 120)}">; mend: look for a missing value in the rows of that chart`
          : [],
      ),
      ...(tag.svg === tag && tag.attributes.role === "img" && !named.has(tag)
        ? [`${file}: an SVG with role="img" has no <title>; mend: name it`]
        : []),
    ]);
  });
}
