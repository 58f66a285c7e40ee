import { minifyCss } from "./minify.ts";

export type Scheme = "light" | "dark";

/**
 * The site's CSS for a renderer of pictures that knows neither custom properties nor colour schemes nor the `font`
 * shorthand: every `var()` and `light-dark()` replaced by its value in `scheme`, `font` taken apart, `:root` and at-rules
 * left out. Throws an Error for a custom property without a value and for what it cannot take apart.
 */
export function flattenCss(css: string, scheme: Scheme): string {
  const rules = [
    ...minifyCss(css)
      .replace(/@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "")
      .matchAll(/([^{}]+)\{([^{}]*)\}/g),
  ].map(([, selector, body]) => ({ selector: selector!, body: body! }));
  const properties = new Map(
    rules
      .filter(({ selector }) => selector === ":root")
      .flatMap(({ body }) => [...body.matchAll(/(--[\w-]+):([^;]+)/g)].map(([, name, value]) => [name!, value!] as const)),
  );
  return rules
    .filter(({ selector }) => !selector.startsWith(":root"))
    .map(({ selector, body }) => `${selector}{${longhand(plainValues(body, properties, scheme))}}`)
    .join("");
}

/** With every `var()` and `light-dark()` replaced, the innermost first. */
function plainValues(text: string, properties: ReadonlyMap<string, string>, scheme: Scheme): string {
  const replaced = text
    .replace(/var\((--[\w-]+)(?:,([^()]*))?\)/g, (_, name: string, fallback?: string) => {
      const value = properties.get(name) ?? fallback;
      if (value === undefined)
        throw new Error(`the style uses \`${name}\`, which has no value; expected a line in tokens.css; mend: correct the name`);
      return value;
    })
    .replace(/light-dark\(([^(),]*),([^(),]*)\)/g, (_, light: string, dark: string) => (scheme === "light" ? light : dark));
  if (replaced !== text) return plainValues(replaced, properties, scheme);
  const left = /[\w-]+\([^;]*/.exec(text)?.[0];
  if (left) throw new Error(`the style has \`${left}\`; expected no function but var() and light-dark(); mend: use plain values`);
  return text;
}

function longhand(text: string): string {
  return text.replace(/(^|;)font:([^;]*)/g, (_, start: string, value: string) => {
    const [, weight, size, family] = /^(\d+) ([\d.]+px)\/[\d.]+ (.+)$/.exec(value) ?? [];
    if (!weight) throw new Error(`the style has \`font:${value}\`; expected weight, size in px, line height and family`);
    return `${start}font-weight:${weight};font-size:${size};font-family:${family}`;
  });
}
