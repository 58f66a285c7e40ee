import type { HtmlFile } from "../html-files.ts";

/** Ids that stand twice on a page. */
export function checkIds(pages: readonly HtmlFile[]): string[] {
  return pages.flatMap((page) => {
    const ids = [...page.html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
    return [...twice].map((id) => `${page.file}: \`id="${id}"\` stands twice; mend: give one of them another id`);
  });
}
