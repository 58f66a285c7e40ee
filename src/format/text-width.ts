// Advance widths of Source Sans 3 for U+0020–U+007E, per 1000 units of the em. The system fonts of embeds are
// scaled to be as wide (FALLBACK_FACES).
const ASCII = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497,
  497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263,
  479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497,
  500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419,
  338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
];
/** Width of characters outside the table: of an apostrophe, and of Cyrillic and signs. */
const APOSTROPHE = 249;
const OTHER = 550;

export function textWidth(text: string, size: number): number {
  let units = 0;
  const unaccented = /^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  for (const char of unaccented)
    units += char === "’" ? APOSTROPHE : (ASCII[char === "\u00a0" ? 0 : char.charCodeAt(0) - 32] ?? OTHER);
  return (units / 1000) * size;
}

/** A single word wider than `width` gets its own line, or is broken after the host if it is an address. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  const words = text.split(" ").filter(Boolean);
  for (const word of words.flatMap((word) =>
    textWidth(word, size) > width ? word.split(/(?<=\.\w+\/)/) : word,
  )) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
