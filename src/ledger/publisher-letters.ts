import type { Ledger, Publisher, Source } from "./ledger.ts";
import { get } from "./lookup.ts";

/** A publisher and its pages, oldest first. */
export interface Shelf {
  publisher: Publisher;
  sources: Source[];
}

/** Where a publisher stands in the alphabet: "a" to "z", accents under the plain letter, anything else under "0-9". */
export function letterOf({ name }: Pick<Publisher, "name">): string {
  const first = name.normalize("NFD").charAt(0).toLowerCase();
  return /[a-z]/.test(first) ? first : "0-9";
}

/** Every publisher that has a page among the sources, by letter and by name. */
export function publishersByLetter(ledger: Ledger): Map<string, Shelf[]> {
  const byDate = ledger.sources.toSorted((a, b) => (a.published ?? "").localeCompare(b.published ?? ""));
  const shelves = [...Map.groupBy(byDate, ({ publisher }) => publisher)]
    .map(([id, sources]) => ({ publisher: get(ledger, "publishers", id), sources }))
    .sort((a, b) => a.publisher.name.localeCompare(b.publisher.name, "en"));
  const letters = Map.groupBy(shelves, ({ publisher }) => letterOf(publisher));
  return new Map([...letters].sort(([a], [b]) => a.localeCompare(b, "en")));
}
