import type { AnswerDiff, Change } from "../ledger/diff-drafts.ts";

/** Changes that are none: answers that are the same, open in both drafts, or without an answer to compare with. */
const UNMOVED: readonly Change[] = ["same", "still-open", "unknown"];

/** How many answers of a comparison changed. */
export function countMoved(counts: Readonly<Record<Change, number>>): number {
  return (
    Object.values(counts).reduce((sum, count) => sum + count, 0) -
    UNMOVED.reduce((sum, change) => sum + counts[change], 0)
  );
}

/** Whether every answer of a row stands in a published text. */
export function isPublished({ before, after }: Pick<AnswerDiff, "before" | "after">): boolean {
  return [before, after].every((provision) => !provision || provision.certainty === "published");
}

/**
 * The style sheet that makes the filters of a comparison work without script: a chosen radio `#show-<change>`, or
 * `#show-moved`, and the box `#show-published` hide the rows that they leave out, and the themes in which nothing is left. A
 * browser that does not know `:has()` drops the rules and shows every row.
 */
export function compareFilterCss(changes: readonly Change[]): string {
  const published = "[data-published]";
  const moved = UNMOVED.map((change) => `:not([data-change=${change}])`).join("");
  const choices = [
    { id: "all", is: "" },
    { id: "moved", is: moved },
    ...changes.map((change) => ({ id: change, is: `[data-change=${change}]` })),
  ];
  const rule = (when: string, row: string) =>
    `main${when} .compare :is(.answer-row:not(${row}),section:not(:has(${row}))){display:none}`;
  return choices
    .flatMap(({ id, is }) => {
      const when = `:has(#show-${id}:checked)`;
      return [
        ...(is ? [rule(when, `.answer-row${is}`)] : []),
        rule(`${when}:has(#show-published:checked)`, `.answer-row${is}${published}`),
      ];
    })
    .join("\n");
}
