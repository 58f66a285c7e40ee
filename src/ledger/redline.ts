import { diffArrays } from "diff";

/** A run of words: kept in both texts, struck out of the first, or inserted in the second. */
export interface Run {
  kind: "kept" | "struck" | "inserted";
  text: string;
}

/** The two sides of a comparison: the first text with what was struck, the second with what was inserted. */
export interface Redline {
  before: Run[];
  after: Run[];
}

/** Share of the shorter text’s words that both must keep for a word-level redline to help the reader. */
const MIN_KEPT = 0.3;

/** Words, white space and single signs; a number with its separators and a hyphenated word are one: "600,000", "28-point". */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[.,'’-][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu;

/**
 * Word-level redline of two short texts (Myers' algorithm, through `diff`). Texts that share too little are struck and
 * inserted whole: a patchwork of accidental matches would pretend to a kinship that is not there.
 */
export function redline(before: string, after: string): Redline {
  const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
  const changes = diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({ value: value.join(""), added, removed }));
  const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const kept = changes.filter((change) => !change.added && !change.removed).reduce((sum, change) => sum + words(change.value), 0);
  if (kept < MIN_KEPT * Math.min(words(before), words(after))) {
    return { before: [{ kind: "struck", text: before }], after: [{ kind: "inserted", text: after }] };
  }
  const side = (skip: "added" | "removed", kind: Run["kind"]): Run[] =>
    joinRuns(
      changes
        .filter((change) => !change[skip])
        .map((change) => ({ kind: change.added || change.removed ? kind : "kept", text: change.value })),
    );
  return { before: side("added", "struck"), after: side("removed", "inserted") };
}

/** Runs of one kind that follow each other, or are parted only by white space, become one. */
function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const [i, run] of runs.entries()) {
    const last = joined.at(-1);
    const bridge = run.kind === "kept" && run.text.trim() === "" && last && runs[i + 1]?.kind === last.kind;
    if (last && (last.kind === run.kind || bridge)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}
