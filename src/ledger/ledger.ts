import type { CollectionName, Row } from "./schema.ts";

/** Everything that is known: one list a collection, in the order of the files. */
export type Ledger = { readonly [Name in CollectionName]: ReadonlyArray<Row<Name>> };

export type Source = Row<"sources">;
export type Publisher = Row<"publishers">;
export type Event = Row<"events">;
export type Reason = Row<"reasons">;
export type Person = Row<"people">;
export type Organisation = Row<"organisations">;
export type Draft = Row<"drafts">;
export type Point = Row<"points">;
export type Theme = Row<"themes">;
export type Question = Theme["questions"][number];
export type Provision = Row<"provisions">;
export type Meeting = Row<"meetings">;

/** Key by which a row is referred to: its id, or for rows without one the ids it is made of. */
export function rowKey(collection: CollectionName, row: object): string {
  if (collection === "provisions") return provisionKey(row as Provision);
  if (collection === "points") return `${(row as Point).draft}--${(row as Point).number}`;
  return (row as { id: string }).id;
}

/** `<draft>--<question>`: a draft answers a question once. */
export function provisionKey(provision: Pick<Provision, "draft" | "question">): string {
  return `${provision.draft}--${provision.question}`;
}
