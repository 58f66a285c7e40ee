/**
 * Typefaces of what stands alone and brings none. Lines are broken for letters as wide as Helvetica’s; a wider face is made to
 * fit. `local()` names one face, bold is another, or a family (WebKitGTK).
 */
export const FACES = `@font-face{font-family:"Fit Sans";src:local("DejaVu Sans"),local("Noto Sans");size-adjust:86%}
@font-face{font-family:"Fit Serif";src:local("DejaVu Serif"),local("Noto Serif");size-adjust:86%}
@font-face{font-family:"Fit Sans";font-weight:600 700;src:local("DejaVu Sans Bold"),local("Noto Sans Bold"),local("DejaVu Sans"),local("Noto Sans");size-adjust:86%}
@font-face{font-family:"Fit Serif";font-weight:600 700;src:local("DejaVu Serif Bold"),local("Noto Serif Bold"),local("DejaVu Serif"),local("Noto Serif");size-adjust:86%}`;

/** The families that the styles name, with those faces. */
export const FAMILIES = `:root{--sans:"Source Sans 3","Helvetica Neue",Helvetica,Arial,"Liberation Sans",Roboto,"Fit Sans",sans-serif;--serif:"Source Serif 4",Georgia,"Times New Roman","Fit Serif",serif}`;
