import { transform } from "lightningcss";
import { expectDefined, getOrInsert } from "../expect-defined.ts";

export type Scheme = "light" | "dark";

/** Pictures share a few style sheets. */
const flattened = new Map<string, string>();

/**
 * CSS for a renderer without custom properties, colour schemes and `font`: inlines `var()` and `light-dark()`
 * for `scheme`, splits `font`, omits `:root` and at-rules. Throws for an undefined property.
 */
export function flattenCss(css: string, scheme: Scheme): string {
  return getOrInsert(flattened, `${scheme} ${css}`, () => flatten(css, scheme));
}

function flatten(css: string, scheme: Scheme): string {
  // Minified, so that every rule has one form.
  const { code } = transform({
    filename: "style.css",
    code: Buffer.from(css),
    minify: true,
    visitor: { Rule: { media: () => [], supports: () => [], "font-face": () => [] } },
  });
  const rules = code.toString().replace(/light-dark\(([^,]+),([^)]+)\)/g, scheme === "light" ? "$1" : "$2");
  const values = new Map(
    [...rules.matchAll(/(--[\w-]+):([^;}]+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const resolve = (text: string): string =>
    text.replace(/var\((--[\w-]+)(?:,var\([^()]+\))?\)/g, (_, name: string) =>
      resolve(expectDefined(values.get(name), `value of ${name} in tokens.css`)),
    );
  return resolve(rules.replace(/:root[^{]*\{[^}]*\}/g, "")).replace(
    /font:(\d+) (\w+)\/[\d.]+ ([^;}]+)/g,
    "font-weight:$1;font-size:$2;font-family:$3",
  );
}
