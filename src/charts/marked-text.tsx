import type { VNode } from "preact";
import { LARGE_SIZE, px } from "./drawing.ts";
import { textWidth } from "./text-width.ts";

/** Words of a text as an editor marks them: kept, struck out, or inserted. One space parts a run from the next. */
export interface MarkedRun {
  kind: "kept" | "struck" | "inserted";
  text: string;
}

export const MARKED_LINE = 25;

/** Words of one kind that stand together on a line. */
type Piece = MarkedRun & { width: number };

/** Marked text broken into lines of at most `width` px, at spaces; a single word that is wider stands alone. */
export function breakMarked(runs: readonly MarkedRun[], width: number): Piece[][] {
  const lines: Piece[][] = [];
  let room = 0;
  for (const { kind, text } of runs)
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const length = measure(word);
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
 * Lines of marked text from `x` on, the first base line at `y`. What goes is struck through, what comes stands on a tint and
 * a double line. Pieces keep the width that they were measured with, so that marks and words agree in every typeface.
 */
export function markedLines(lines: readonly Piece[][], x: number, y: number): VNode[] {
  return lines.map((line, i) => {
    let at = x;
    return (
      <g>
        {line.map((piece) => {
          const left = at;
          at += piece.width + SPACE;
          return markedPiece(piece, left, y + i * MARKED_LINE, line.length > 1 || piece.kind !== "kept");
        })}
      </g>
    );
  });
}

function markedPiece({ kind, text, width }: Piece, left: number, y: number, exact: boolean): VNode {
  const [start, end] = [px(left), px(left + width)];
  return (
    <>
      {kind === "inserted" && (
        <rect class="inserted-ground" x={px(left - 1.5)} y={px(y - 15.5)} width={px(width + 3)} height={22} />
      )}
      <text
        class={kind === "kept" ? "large" : `large ${kind}`}
        x={start}
        y={px(y)}
        textLength={exact ? px(width) : undefined}
      >
        {text}
      </text>
      {kind === "struck" && <path class="line-struck" d={`M${start} ${px(y - 5)}H${end}`} />}
      {kind === "inserted" && (
        <path class="line-inserted" d={`M${start} ${px(y + 2.5)}H${end}M${start} ${px(y + 5)}H${end}`} />
      )}
    </>
  );
}

function measure(text: string): number {
  return textWidth(text, LARGE_SIZE);
}

const SPACE = measure(" ");
