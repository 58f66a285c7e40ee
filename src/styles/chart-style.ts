import { type Topic, accentColour } from "../site.ts";
import chartCss from "./chart.css?raw";
import tokensCss from "./tokens.css?raw";

/**
 * Fonts for a drawing without its own. Lines are broken for letters as wide as Helvetica’s; a wider face is
 * scaled. `local()` names one face (bold is another), or a family in WebKitGTK.
 */
export const FALLBACK_FACES = ["", "font-weight:600 700;"]
  .flatMap((weight) =>
    ["Sans", "Serif"].map((kind) => {
      const names = [`DejaVu ${kind}`, `Noto ${kind}`];
      const locals = [...(weight ? names.map((name) => `${name} Bold`) : []), ...names];
      const src = locals.map((name) => `local("${name}")`).join(",");
      return `@font-face{font-family:"Fit ${kind}";${weight}src:${src};size-adjust:86%}`;
    }),
  )
  .join("\n");

export const FONT_FAMILIES =
  ':root{--sans:"Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans",Roboto,"Fit Sans",sans-serif;' +
  '--serif:"Source Serif 4",Georgia,"Times New Roman","Fit Serif",serif}';

/** Both schemes, with the colour of a topic. */
export function chartStyle(topic?: Topic): string {
  return `${tokensCss}${chartCss}:root{--accent:${topic ? accentColour(topic) : "var(--ink-2)"}}`;
}
