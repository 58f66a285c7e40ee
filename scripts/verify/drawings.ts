import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadPage, tagsOf } from "./read-pages.ts";

const BROKEN = /\b(?:NaN|Infinity|undefined)\b/;

/** Drawings with a coordinate that is no number, or without a name. */
export function checkDrawings(pages: readonly ReadPage[], root: string): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".svg"),
  );
  const drawn = files.map((file) => ({ file, tags: tagsOf(readFileSync(join(root, file), "utf8")) }));
  return [...pages, ...drawn].flatMap(({ file, tags }) => {
    const inside = tags.filter(({ svg }) => svg);
    const named = new Set(inside.flatMap(({ name, svg }) => (name === "title" ? svg : [])));
    return inside.flatMap((tag) => [
      ...Object.entries(tag.attributes)
        .filter(([, value]) => BROKEN.test(value))
        .map(
          ([key, value]) =>
            `${file}: an SVG holds <${tag.name} ${key}="${value.slice(0, 120)}">; mend: look for a missing value in the rows of that chart`,
        ),
      ...(tag.svg === tag && tag.attributes.role === "img" && !named.has(tag)
        ? [`${file}: an SVG with role="img" has no <title>; mend: name it`]
        : []),
    ]);
  });
}
