import { inEach, type ReadPage, type Tag } from "./read-pages.ts";
import { addressOf, BASE, decoded, fileAt, pathOf } from "./site-address.ts";

/** Attributes that hold an address, of whatever tag. */
const KEYS = ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

/**
 * Addresses that are none, that are neither http(s) nor relative (no `javascript:` of content reaches a page), or whose page
 * or anchor is not in the site.
 */
export function checkAddresses(
  pages: readonly ReadPage[],
  root: string,
): { problems: string[]; checked: number } {
  const anchors = new Map(
    pages.map((page) => [page.url, new Set(page.tags.flatMap(({ attributes: { id } }) => id ?? []))]),
  );
  let checked = 0;
  const problems = inEach(pages, function* ({ url, tags }) {
    const seen = new Set<string>();
    // An embed resolves what it holds against its host.
    const here = addressOf(url);
    const base = URL.parse(tags.find(({ name }) => name === "base")?.attributes.href ?? "", here)?.href;
    for (const tag of tags)
      for (const key of KEYS) {
        const address = tag.attributes[key];
        if (address === undefined || seen.has(address) || tag.name === "base") continue;
        seen.add(address);
        checked++;
        // A sign is looked for in its own page, whatever the base.
        const wrong = wrongWith(tag, address, tag.name === "use" ? here : (base ?? here));
        if (wrong) yield `<${tag.name} ${key}="${address.slice(0, 80)}">: ${wrong}`;
      }
  });
  return { problems, checked };

  function wrongWith(tag: Tag, address: string, base: string): string | undefined {
    // Browsers skip white space and control characters before and inside a scheme.
    const [, scheme = "http"] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, "")) ?? [];
    if (!/^https?$/i.test(scheme))
      return tag.name === "link" && address === "data:,"
        ? undefined
        : `scheme \`${scheme.toLowerCase()}\`; expected http or https; mend: correct the address where it is written`;
    const url = URL.parse(address, base);
    if (!url) return "is no address; mend: correct it where it is written";
    if (url.origin !== BASE.origin) return undefined;
    if (!url.pathname.startsWith(BASE.pathname))
      return `leaves the base ${BASE.pathname}; mend: build the address with to() of src/site.ts`;
    const path = pathOf(url.href);
    const anchor = decoded(url.hash.slice(1));
    if (path === undefined || anchor === undefined)
      return "holds a percent sign that stands for no character; mend: write it as %25, or correct the address";
    const ids = anchors.get(path);
    if (path.endsWith("/") ? !ids : !fileAt(root, path))
      return "does not exist; mend: correct the address, or add the page";
    return anchor && ids && !ids.has(anchor)
      ? `that page has no \`id="${anchor}"\`; mend: correct the anchor`
      : undefined;
  }
}

/** Files that programs ask for at the root of a site, without a link that leads there. */
const UNLINKED = ["/favicon.ico", "/llms.txt"];

/** Those of them that are not in the site. */
export function checkUnlinked(root: string): string[] {
  return UNLINKED.filter((path) => !fileAt(root, path)).map(
    (path) => `${path.slice(1)}: missing; mend: see src/pages${path}.ts`,
  );
}
