import type { Run } from "../../ledger/redline.ts";
import type { VNode } from "preact";

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

export const LINE = 18;
export const LARGE_LINE = 22;
/** Semi-bold serif of titles, relative to the table. */
export const SERIF_WIDER = 1.2;

/** Size and line height (px, as in the style sheet) and width relative to the table, by class. */
const CLASS_METRICS = {
  // On a phone of 300 px, text of 15 px is 13 px high; in a wide drawing 14 px are.
  text: { size: 15, step: LINE, wider: 1.02 },
  small: { size: 14, step: 17, wider: 1.02 },
  bold: { size: 15, step: LINE, wider: 1.06 },
  finding: { size: 17, step: 21, wider: 1.06 },
  headline: { size: 34, step: 36, wider: 1.06 },
  large: { size: 18, step: LARGE_LINE, wider: 1.18 },
  head: { size: 18, step: LARGE_LINE, wider: 1.2 },
  title: { size: 22, step: 27, wider: SERIF_WIDER },
};

export function metricsOf(classes = ""): { size: number; step: number; wider: number } {
  const name = classes.split(" ").find((name) => name in CLASS_METRICS) ?? "text";
  return CLASS_METRICS[name as keyof typeof CLASS_METRICS];
}

/** Width of a line of text at `size` px, by the table. */
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

export function widthOf(text: string, classes?: string): number {
  const { size, wider } = metricsOf(classes);
  return textWidth(text, size) * wider;
}

export function widest(lines: readonly string[], classes?: string): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => widthOf(line, classes))));
}

/** Breaks chart text into lines of at most `width` px. */
export function breakText(text: string, width: number, classes?: string): string[] {
  const { size, wider } = metricsOf(classes);
  return wrapText(text, width / wider, size);
}

/** The same in as many lines, as equal in width as they can be. */
export function breakEvenly(text: string, width: number, classes?: string): string[] {
  const { length } = breakText(text, width, classes);
  let least = width;
  while (least > 20 && breakText(text, least - 4, classes).length === length) least -= 4;
  return breakText(text, least, classes);
}

/** One line or more: first baseline at `y`, each next one `step` below. */
export function write(
  lines: string | readonly string[],
  x: number,
  y: number,
  classes?: string,
  step = metricsOf(classes).step,
): VNode[] {
  return [lines].flat().map((line, i) => (
    <text class={classes} x={x} y={y + i * step}>
      {line}
    </text>
  ));
}

/** Words with their classes, part after part, in lines of at most `room` px; and how much room they take. */
export function blockOf(parts: readonly (readonly [words: string, classes?: string])[], room = Infinity) {
  let height = 0;
  const lines = parts.flatMap(([words, classes = ""]) =>
    breakText(words, room, classes).map((line) => {
      height += metricsOf(classes).step;
      return { line, classes, y: height };
    }),
  );
  return {
    height,
    width: Math.ceil(Math.max(0, ...lines.map(({ line, classes }) => widthOf(line, classes)))),
    /** First baseline at `top`; `more` are classes of all lines. */
    draw: (x: number, top: number, more = "") =>
      lines.map(({ line, classes, y }) => write(line, x, top + y - (lines[0]?.y ?? 0), `${classes} ${more}`)),
  };
}

/** Words of a text with their marks, or of ours with a class; one space is between runs. */
export interface MarkedRun {
  kind: Run["kind"] | "absent" | "bold" | "second" | "";
  text: string;
}

/** Lines of at most `width` px of a class; a single wider word gets its own line. */
export function breakMarked(runs: readonly MarkedRun[], width: number, classes = "large"): MarkedRun[][] {
  const lines: MarkedRun[][] = [];
  let room = 0;
  for (const { kind, text } of runs)
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const line = lines.at(-1);
      const last = line?.at(-1);
      const wordWidth = widthOf(word, `${kind} ${classes}`);
      room -= widthOf(" ", classes) + wordWidth;
      if (!line || room < 0) {
        lines.push([{ kind, text: word }]);
        room = width - wordWidth;
      } else if (last?.kind === kind) last.text += ` ${word}`;
      else line.push({ kind, text: word });
    }
  return lines;
}

/** As attributes, because resvg reads no shorthand of CSS. */
const DECORATIONS: Readonly<Partial<Record<MarkedRun["kind"], string>>> = {
  struck: "line-through",
  inserted: "underline",
};

/** First baseline at `y`. */
export function markedLines(lines: readonly MarkedRun[][], x: number, y: number, classes = "large"): VNode[] {
  const { step } = metricsOf(classes);
  return lines.map((line, i) => (
    <text class={classes} x={x} y={y + i * step}>
      {line.map(({ kind, text }, j) => (
        <>
          {j > 0 && " "}
          <tspan class={kind} text-decoration={DECORATIONS[kind]}>
            {text}
          </tspan>
        </>
      ))}
    </text>
  ));
}
