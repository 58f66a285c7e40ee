import type { Arbitrary } from "fast-check";
import type { Kind } from "../drawing.ts";
import type { DrawnElement } from "../read-drawing.ts";

/** What every kind is tried with, beside the real charts. */
export type CaseName = "empty" | "one row" | "ties" | "longest Ukrainian label" | "negative" | "200 rows";

/** Data to try a kind with, and what has to come of it. */
export interface Cases<Data> {
  kind: Kind<Data>;
  /** A kind without numbers has no negative case. */
  cases: Partial<Record<CaseName, Data>>;
  /** Reasons for which cases must not be drawn. */
  refused?: Partial<Record<CaseName, string[]>>;
  /** Ids of the rows that have a mark, `data-row` of the drawing. */
  marked: (data: Data) => string[];
  /** Numbers of the data beside the lengths that stand for them: one list a scale, in which the two are in proportion. */
  scales: (data: Data, elements: readonly DrawnElement[]) => Pair[][];
  /** Any data that the kind draws. */
  random: Arbitrary<Data>;
}

/** A number, and where it stands or how long it is drawn, px. */
export type Pair = readonly [value: number, px: number];

/** The longest names that the story needs, as Ukrainian has them. */
export const LONGEST = "Спеціалізована антикорупційна прокуратура";
export const LONGEST_SENTENCE =
  "Тимчасова слідча комісія Верховної Ради з питань розслідування можливих порушень законодавства у сфері оборонних закупівель";

/** So many things made from their number. */
export function times<Made>(count: number, make: (i: number) => Made): Made[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** Elements of a drawing by the row whose group or mark they stand in. */
export function byRow(elements: readonly DrawnElement[]): Map<string, DrawnElement[]> {
  const rows = new Map<string, DrawnElement[]>();
  let id = "";
  for (const element of elements) {
    id = element.attributes["data-row"] ?? id;
    rows.set(id, [...(rows.get(id) ?? []), element]);
  }
  return rows;
}

/** A number of an attribute, moved as its group is. */
export function at(element: DrawnElement, axis: "x" | "y"): number {
  return (
    Number(element.attributes[axis] ?? element.attributes[`c${axis}`]) + element[axis === "x" ? "dx" : "dy"]
  );
}
