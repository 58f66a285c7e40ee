import type { ReadPage } from "./read-pages.ts";

/** Images without a text for those who do not see them, or without the size that keeps the page from jumping. */
export function checkImages(pages: readonly ReadPage[]): string[] {
  return pages.flatMap((page) =>
    page.tags
      .filter((tag) => tag.name === "img")
      .flatMap(({ attributes }) => {
        const src = attributes.get("src") ?? "";
        const missing = ["width", "height"].filter((key) => !/^\d+$/.test(attributes.get(key) ?? ""));
        return [
          ...(attributes.has("alt")
            ? []
            : [`${page.file}: the image \`${src}\` has no \`alt\`; mend: say what it shows, or \`alt=""\` for ornament`]),
          ...missing.map((key) => `${page.file}: the image \`${src}\` has no \`${key}\` in pixels; mend: give its own size`),
        ];
      }),
  );
}
