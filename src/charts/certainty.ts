import { type KeyEntry, repeated } from "./drawing.ts";

/** How sure a row is, from the surest; the glyph of the same name is drawn, the same in every chart. */
export const CERTAINTIES = ["confirmed", "reported", "alleged", "disputed"] as const;

export type Certainty = (typeof CERTAINTIES)[number];

/** What each certainty that occurs means in a chart, for its key. */
export type CertaintyWords = Partial<Record<Certainty, string>>;

/** Key of the certainties that occur, the surest first. */
export function certaintyKey(rows: readonly { certainty: Certainty }[], words: CertaintyWords): KeyEntry[] {
  return CERTAINTIES.filter((certainty) => rows.some((row) => row.certainty === certainty)).map(
    (certainty) => ({
      glyph: certainty,
      label: words[certainty] ?? certainty,
    }),
  );
}

/** Reasons not to draw rows with ids and certainties: an id that stands twice, a certainty without its word. */
export function* refuseRows(
  rows: readonly { id: string; certainty: Certainty }[],
  words: CertaintyWords,
): Iterable<string> {
  yield* repeated(rows);
  for (const { id, certainty } of rows)
    if (!words[certainty]) yield `row \`${id}\`: the key has no word for ${certainty}`;
}
