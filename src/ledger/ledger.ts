import type { CollectionName, Row } from "./schema.ts";

export type Ledger = { readonly [Name in CollectionName]: ReadonlyArray<Row<Name>> };

export type Source = Row<"sources">;
export type Publisher = Row<"publishers">;
export type Event = Row<"events">;
export type Reason = Row<"reasons">;
export type Draft = Row<"drafts">;
export type Point = Row<"points">;
export type Theme = Row<"themes">;
export type Clause = Theme["clauses"][number];
export type Answer = Row<"answers">;
export type Meeting = Row<"meetings">;

/** The row’s id or, for rows without one, the ids that identify it. */
export function rowKey(collection: string, row: object): string {
  if (collection === "answers") return answerKey(row as Answer);
  if (collection === "points") return `${(row as Point).draft}--${(row as Point).number}`;
  return (row as { id: string }).id;
}

export function answerKey(answer: Pick<Answer, "draft" | "clause">): string {
  return `${answer.draft}--${answer.clause}`;
}
