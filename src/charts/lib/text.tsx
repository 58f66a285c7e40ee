import type { VNode } from "preact";
import { px } from "../chart.ts";

// Advance widths of Helvetica for U+0020–U+007E, per 1000 units of the em (Adobe Font Metrics, public).
// Source Sans 3 is narrower and system fonts about as wide, so text that fits here fits in both.
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Width of characters outside the table. */
const APOSTROPHE = 222;
const OTHER = 600;

/** Chart text, px: 13 px where the wide drawing is narrowest. */
const TEXT_SIZE = 15;
export const LINE = 18;
export const LARGE_LINE = 22;

/** Size (px, as in the style sheet) and width relative to the table, by class. */
const LOOKS: Readonly<Record<string, { size: number; wider: number }>> = {
  bold: { size: TEXT_SIZE, wider: 1.06 },
  large: { size: 18, wider: 1.1 },
  head: { size: 18, wider: 1.14 },
  title: { size: 22, wider: 1.1 },
  number: { size: 30, wider: 1.1 },
};

export function lookOf(classes = ""): { size: number; wider: number } {
  const found = classes.split(" ").flatMap((name) => LOOKS[name] ?? []);
  return found.find(({ size }) => size !== TEXT_SIZE) ?? found[0] ?? { size: TEXT_SIZE, wider: 1 };
}

/** Semi-bold serif of titles, relative to bold in `textWidth`. */
export const SERIF_WIDER = 1.07;

/** Width of a line of text at `size` px, by the table. */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  const bare = /^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  for (const char of bare) units += char === "’" ? APOSTROPHE : (ASCII[char.charCodeAt(0) - 32] ?? OTHER);
  return (units / 1000) * size * (bold ? 1.06 : 1);
}

/** A single word wider than `width` gets its own line. */
function wrap(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  return wrap(text, width, (line) => textWidth(line, size, bold));
}

export function widthOf(text: string, classes?: string): number {
  const { size, wider } = lookOf(classes);
  return textWidth(text, size) * wider;
}

export function widest(lines: readonly string[], classes?: string): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => widthOf(line, classes))));
}

/** Breaks chart text into lines of at most `width` px. */
export function breakText(text: string, width: number, classes?: string): string[] {
  return wrap(text, width, (line) => widthOf(line, classes));
}

/** First baseline at `y`, each next one `step` below. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  classes?: string,
  step = lookOf(classes).size > TEXT_SIZE ? LARGE_LINE : LINE,
): VNode[] {
  return lines.map((line, i) => (
    <text class={classes} x={x} y={y + i * step}>
      {line}
    </text>
  ));
}

/** Bold words followed by others; lines of at most `width` px, first baseline at `y`. */
export function leadText(
  lead: string,
  rest: string,
  x: number,
  y: number,
  width = Infinity,
): { body: VNode; lines: number } {
  const [first = "", ...more] = breakText(lead + rest, width);
  return {
    lines: more.length + 1,
    body: (
      <>
        <text x={x} y={y}>
          <tspan class="bold">{first.slice(0, lead.length)}</tspan>
          <tspan class="second">{first.slice(lead.length)}</tspan>
        </text>
        {textLines(more, x, y + LINE, "second")}
      </>
    ),
  };
}

/** Kept, struck out or inserted words, with one space between runs. */
export interface MarkedRun {
  kind: "kept" | "struck" | "inserted" | "absent";
  text: string;
}

type Piece = MarkedRun & { width: number };

const SPACE = widthOf(" ", "large");

/** Lines of at most `width` px; a single wider word gets its own line. */
export function breakMarked(runs: readonly MarkedRun[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let room = 0;
  for (const { kind, text } of runs)
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const length = widthOf(word, "large");
      const line = lines.at(-1);
      if (!line || length + SPACE > room) {
        lines.push([{ kind, text: word, width: length }]);
        room = width - length;
        continue;
      }
      const last = line.at(-1);
      if (last?.kind === kind) {
        last.text += ` ${word}`;
        last.width += SPACE + length;
      } else line.push({ kind, text: word, width: length });
      room -= SPACE + length;
    }
  return lines;
}

/**
 * Deletions struck through, insertions underlined twice; first baseline at `y`. Pieces keep their measured
 * width, so that marks and words agree in every typeface.
 */
export function markedLines(lines: readonly Piece[][], x: number, y: number): VNode[] {
  return lines.flatMap((line, i) => {
    let right = x - SPACE;
    const base = px(y + i * LARGE_LINE);
    return line.map(({ kind, text, width }) => {
      const left = right + SPACE;
      right = left + width;
      const [start, end] = [px(left), px(right)];
      const isExact = line.length > 1 || kind !== "kept";
      return (
        <>
          <text
            class={kind === "kept" ? "large" : `large ${kind}`}
            x={start}
            y={base}
            textLength={isExact ? width : undefined}
          >
            {text}
          </text>
          {kind === "struck" && <path class="line-struck" d={`M${start} ${px(base - 5)}H${end}`} />}
          {kind === "inserted" && (
            <path
              class="line-inserted"
              d={`M${start} ${px(base + 2.5)}H${end}M${start} ${px(base + 5)}H${end}`}
            />
          )}
        </>
      );
    });
  });
}
