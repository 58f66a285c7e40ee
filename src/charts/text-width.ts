// Advance widths of Helvetica for U+0020–U+007E, per 1000 units of the em (Adobe Font Metrics, public). Source Sans 3 is
// narrower throughout and the usual system fonts are about as wide, so what fits by this table fits in both.
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHER = 600;

/** How much wider a line in the semi-bold serif of titles can be than `textWidth` has it for bold. */
export const SERIF_WIDER = 1.07;

/** Width of a line of text, px; for weight 600 about 6 % more. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  const bare = /^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  for (const char of bare) units += ASCII[char.charCodeAt(0) - 32] ?? OTHER;
  return (units / 1000) * size * (bold ? 1.06 : 1);
}

/**
 * Breaks text into lines of at most `width` px, at spaces. A single word that is wider stands alone.
 */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
