import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HtmlFile } from "../html-files.ts";

const BROKEN = /<(\w+)[^>]*?\s[\w-]+="[^"]*\b(?:NaN|Infinity|undefined)\b[^"]*"/;

/** Drawings with a coordinate that is no number, or without a name. */
export function checkDrawings(pages: readonly HtmlFile[], root: string): string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".svg"));
  const texts = [
    ...pages.map((page) => ({ file: page.file, text: page.html })),
    ...files.map((file) => ({ file, text: readFileSync(join(root, file), "utf8") })),
  ];
  return texts.flatMap(({ file, text }) =>
    [...text.matchAll(/<svg\b[\s\S]*?<\/svg>/g)].flatMap(([svg]) => {
      const broken = BROKEN.exec(svg);
      const named = !/^<svg\b[^>]*role="img"/.test(svg) || svg.includes("<title");
      return [
        ...(broken
          ? [`${file}: an SVG holds \`${broken[0].slice(0, 120)}\`; mend: look for a missing value in the rows of that chart`]
          : []),
        ...(named ? [] : [`${file}: an SVG with role="img" has no <title>; mend: name it`]),
      ];
    }),
  );
}
