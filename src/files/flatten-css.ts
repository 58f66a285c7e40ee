import { getOrInsert } from "../required.ts";
import { type Declaration, type TokenOrValue, transform, type Variable, type Visitor } from "lightningcss";

export type Scheme = "light" | "dark";

const flattened = new Map<string, string>();

/**
 * CSS for a renderer without custom properties, colour schemes and `font`: each `var()` and `light-dark()` as its value in
 * `scheme`, `font` split up, `:root` and at-rules omitted. Throws for a property without a value and for a function that
 * is left. Worked out once for hundreds of pictures.
 */
export function flattenCss(css: string, scheme: Scheme): string {
  return getOrInsert(flattened, `${scheme} ${css}`, () => flatten(css, scheme));
}

function flatten(css: string, scheme: Scheme): string {
  const always = visit(css, { Rule: { media: () => [], supports: () => [], "font-face": () => [] } });
  const properties = new Map<string, TokenOrValue[]>();
  visit(always, {
    Declaration: {
      custom: ({ name, value }) => void properties.set(name, value),
    },
  });
  const rules = visit(always, {
    Rule: {
      style: ({ value }) =>
        value.selectors.some(([first]) => first?.type === "pseudo-class" && first.kind === "root")
          ? []
          : undefined,
    },
    Variable: (variable) => valueOf(variable, properties),
  });
  // Values that held a variable are read again, as what they have become.
  return visit(
    visit(rules, {
      Color: (color) =>
        typeof color === "object" && color.type === "light-dark" ? color[scheme] : undefined,
    }),
    {
      Function: ({ name }) => {
        throw new Error(
          `the style has \`${name}()\` (expected only var() and light-dark()). Fix: use plain values.`,
        );
      },
      Declaration: {
        font: ({ property, value }): Declaration[] | undefined =>
          property === "font"
            ? [
                { property: "font-weight", value: value.weight },
                { property: "font-size", value: value.size },
                { property: "font-family", value: value.family },
              ]
            : undefined,
      },
    },
  );
}

/** The value of a `var()`, with nested ones replaced too. */
function valueOf(
  { name, fallback }: Variable,
  properties: ReadonlyMap<string, TokenOrValue[]>,
): TokenOrValue[] {
  const value = properties.get(name.ident) ?? fallback;
  if (!value)
    throw new Error(
      `the style uses \`${name.ident}\`, which has no value in tokens.css. Fix: correct the name.`,
    );
  return value.flatMap((part) => (part.type === "var" ? valueOf(part.value, properties) : part));
}

function visit(css: string, visitor: Visitor<never>): string {
  return transform({ filename: "style.css", code: Buffer.from(css), minify: true, visitor }).code.toString();
}
