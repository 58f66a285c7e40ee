/**
 * Typefaces of what stands alone and brings none. Lines are broken for letters as wide as Helvetica’s; a wider face is made to
 * fit. `local()` names one face, bold is another, or a family (WebKitGTK).
 */
export const FACES = ["", "font-weight:600 700;"]
  .flatMap((weight) =>
    ["Sans", "Serif"].map((kind) => {
      const names = [`DejaVu ${kind}`, `Noto ${kind}`];
      const locals = [...(weight ? names.map((name) => `${name} Bold`) : []), ...names];
      const src = locals.map((name) => `local("${name}")`).join(",");
      return `@font-face{font-family:"Fit ${kind}";${weight}src:${src};size-adjust:86%}`;
    }),
  )
  .join("\n");

/** The families that the styles name, with those faces. */
export const FAMILIES =
  ':root{--sans:"Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans",Roboto,"Fit Sans",sans-serif;' +
  '--serif:"Source Serif 4",Georgia,"Times New Roman","Fit Serif",serif}';
