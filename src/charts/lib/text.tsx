import type { Run } from "../../ledger/redline.ts";
import type { VNode } from "preact";
import { textWidth, wrapText } from "../../format/text-width.ts";

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

export function widthOf(text: string, classes?: string): number {
  const { size, wider } = metricsOf(classes);
  return textWidth(text, size) * wider;
}

export function widest(lines: readonly string[], classes?: string): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => widthOf(line, classes))));
}

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

/** Part after part, in lines of at most `room` px; and how much room they take. */
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
export function markedLines(
  lines: readonly MarkedRun[][],
  x: number,
  y: number,
  classes = "large",
  step = metricsOf(classes).step,
): VNode[] {
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
