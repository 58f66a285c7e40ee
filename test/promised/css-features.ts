import { type CssNode, generate, parse, walk } from "css-tree";
import { statementOf } from "./compat-data.ts";

/**
 * Features that CSS uses, by their names in browser-compat-data: properties and their keywords, functions, pseudo-classes, at-rules,
 * media features. Left out: what stands inside `@supports`, where a browser is asked first, and properties
 * that are there with a prefix, too.
 */
export function cssFeatures(css: string): Set<string> {
  const found = new Set<string>();
  const certain = new Set<string>();
  const prefixed = new Set<string>();
  const add = (...names: string[]) => {
    const known = names.find(statementOf);
    if (known) found.add(known);
    return known !== undefined;
  };
  const visit = (node: CssNode): symbol | undefined => {
    switch (node.type) {
      case "Atrule":
        if (node.name === "supports") return walk.skip;
        add(`css.at-rules.${node.name}`);
        break;
      case "Feature":
        add(`css.at-rules.media.${node.name.replace(/^(min|max)-/, "")}`);
        break;
      case "PseudoClassSelector":
      case "PseudoElementSelector":
        if (!add(`css.selectors.${node.name}`) && !node.name.startsWith("-"))
          throw new Error(`unknown pseudo-class :${node.name}`);
        break;
      case "Function":
        add(`css.types.${node.name}`, `css.types.color.${node.name}`, `css.types.gradient.${node.name}`);
        break;
      case "Declaration":
        if (node.property.startsWith("-")) {
          prefixed.add(node.property.replace(/^-\w+-/, ""));
          break;
        }
        // With a variable a browser finds out too late that it cannot read the rest, and draws no line, whatever stands before.
        if (node.property === "text-decoration" && generate(node.value).includes("var("))
          certain.add("css.properties.text-decoration.includes_color-and-style");
        add(`css.properties.${node.property}`);
        walk(node.value, (value) => {
          if (value.type === "Identifier") add(`css.properties.${node.property}.${value.name}`);
        });
        break;
    }
    return undefined;
  };
  walk(parse(css, { parseCustomProperty: true }), { enter: visit as (node: CssNode) => void });
  const alone = (feature: string) =>
    !feature.startsWith("css.properties.") || !prefixed.has(feature.split(".")[2]!);
  return new Set([...certain, ...[...found].filter(alone)]);
}
