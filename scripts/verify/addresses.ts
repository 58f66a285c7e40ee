import type { ReadPage } from "./read-pages.ts";

const KEYS = ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

/** Addresses that are neither http(s) nor relative: a `javascript:` or `data:` in content must not reach a page. */
export function checkAddresses(pages: readonly ReadPage[]): string[] {
  return pages.flatMap((page) =>
    page.tags.flatMap(({ name, attributes }) =>
      KEYS.flatMap((key) => {
        const address = attributes.get(key);
        // Browsers skip white space and control characters before and inside a scheme.
        const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address?.replace(/[\u0000-\u0020]/g, "") ?? "")?.[1]?.toLowerCase();
        if (!scheme || scheme === "http" || scheme === "https" || (name === "link" && address === "data:,")) return [];
        return [
          `${page.file}: <${name} ${key}="${address!.slice(0, 80)}">: scheme \`${scheme}\`; expected http or https; mend: correct the address where it is written`,
        ];
      }),
    ),
  );
}
