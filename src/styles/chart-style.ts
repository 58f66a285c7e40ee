import { nth } from "../expect-defined.ts";
import { getSite, SIDE_COLOURS } from "../site.ts";
import chartCss from "./chart.css?raw";
import tokensCss from "./tokens.css?raw";

/**
 * Fonts for a drawing without its own: system fonts, scaled to be as wide as Source Sans 3, for which lines are broken.
 * `local()` names one face (bold is another), or in WebKitGTK a family, which has its bold one. Not Roboto, which on
 * Android is one file without a bold face: bold words would not be bold.
 */
export const FALLBACK_FACES = (
  [
    ["Fit Sans", "Helvetica Neue,Arial,Liberation Sans,Roboto", 92, 90],
    ["Wide Sans", "DejaVu Sans,Noto Sans,Verdana", 81, 76],
    ["Fit Serif", "Georgia,DejaVu Serif,Noto Serif", 92, 92],
  ] as const
)
  .flatMap(([family, names, ...percents]) =>
    percents.map((percent, i) => {
      const families = names.split(",");
      const bold = families
        .map((name) => `${name} Bold`)
        .concat(families.filter((name) => name !== "Roboto"));
      const locals = (i === 0 ? families : bold).map((name) => `local("${name}")`);
      const weight = i === 0 ? "" : "font-weight:600 700;";
      return `@font-face{font-family:"${family}";${weight}src:${locals.join()};size-adjust:${percent}%}`;
    }),
  )
  .join("\n");

export const FONT_FAMILIES =
  ':root{--sans:"Source Sans 3","Fit Sans","Wide Sans",Arial,sans-serif;--serif:"Source Serif 4","Fit Serif","Times New Roman",serif}';

export function sidesCss(): string {
  return getSite()
    .sides.map(({ id, colour }, i) => {
      const { light, dark } = colour ?? nth(SIDE_COLOURS, i % SIDE_COLOURS.length);
      return `:root{--side-${id}:light-dark(${light},${dark})}.side-${id}{color:var(--side-${id})}`;
    })
    .join("");
}

/** Both schemes. */
export function chartStyle(): string {
  return `${tokensCss}${sidesCss()}${chartCss}`;
}
