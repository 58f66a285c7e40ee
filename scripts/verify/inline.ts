import type { ReadPage } from "./read-pages.ts";

/** Style attributes and event handlers in tags: no hash of a policy reaches them. */
export function checkInline(pages: readonly ReadPage[]): string[] {
  return pages.flatMap((page) =>
    page.tags.flatMap(({ name, attributes }) =>
      [...attributes.keys()]
        .filter((key) => key === "style" || /^on[a-z]+$/.test(key))
        .map(
          (key) =>
            `${page.file}: <${name} ${key}="${attributes.get(key)!.slice(0, 60)}">; mend: ${key === "style" ? "a class, or an attribute of SVG" : "a listener in src/client/"}`,
        ),
    ),
  );
}
