import { transform } from "lightningcss";
import tokensCss from "../styles/tokens.css?raw";
import { getOrInsert } from "../required.ts";

export type Scheme = "light" | "dark";

const flattened = new Map<string, string>();

/**
 * CSS for a renderer without custom properties, colour schemes and `font`: inlines `var()` and `light-dark()`
 * for `scheme`, splits `font`, omits `:root` and at-rules. Throws for an undefined property.
 */
export function flattenCss(css: string, scheme: Scheme): string {
  // Hundreds of pictures share a few styles.
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
  const rules = code.toString();
  const values = new Map(
    [...rules.matchAll(/(--[\w-]+):([^;}]+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const valueOf = (name: string, fallback: string | undefined): string => {
    const value = values.get(name) ?? fallback;
    if (value === undefined)
      throw new Error(`the style uses \`${name}\`, which has no value in tokens.css; fix: correct the name`);
    return resolve(value);
  };
  const resolve = (text: string): string =>
    text.replace(
      /var\((--[\w-]+)(?:,((?:[^()]|\([^()]*\))+))?\)/g,
      (_, name: string, fallback: string | undefined) => valueOf(name, fallback),
    );
  return resolve(rules.replace(/:root[^{]*\{[^}]*\}/g, ""))
    .replace(/light-dark\(([^,]+),([^)]+)\)/g, scheme === "light" ? "$1" : "$2")
    .replace(/font:(\d+) (\w+)\/[\d.]+ ([^;}]+)/g, "font-weight:$1;font-size:$2;font-family:$3");
}

/** A colour token: `token("paper").light` is `#fbfaf5`. Throws if tokens.css lacks it. */
export function token(name: string): Record<Scheme, string> {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokensCss) ?? [];
  if (!light || !dark) throw new Error(`src/styles/tokens.css has no --${name}: light-dark(#…, #…)`);
  return { light, dark };
}
