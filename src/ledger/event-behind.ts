import type { Event, Ledger } from "./ledger.ts";

/** What a row of another collection (a meeting, a step, a visit) says of something that happened. */
export interface Happening {
  date: string;
  end?: string | undefined;
  /** What happened; its first sentence is compared with the titles of events. */
  text: string;
  /** Ids of people and organisations. */
  actors: readonly string[];
  sources: readonly string[];
}

/**
 * The event of `topic` that tells the same happening, or undefined: it falls on the same day and shares a receipt. Of
 * several, the one with most in common: receipts, actors, the same span, and above all the words of its title.
 */
export function eventBehind(ledger: Ledger, topic: Event["topic"], happening: Happening): Event | undefined {
  const { date, end = date, sources, actors } = happening;
  const said = words(happening.text.split(/\.\s/)[0]!);
  let best: { event: Event; score: number } | undefined;
  for (const event of ledger.events) {
    const sameTime = event.date === date || (event.date.length === 10 && event.date > date && event.date <= end);
    const shared = event.sources.filter((id) => sources.includes(id)).length;
    if (event.topic !== topic || !sameTime || shared === 0) continue;
    const title = [...words(event.title)];
    const inTitle = title.filter((word) => said.has(word)).length / Math.max(title.length, 1);
    const sameSpan = event.date === date && (event.end ?? event.date) === end ? 0.5 : 0;
    const score = shared / sources.length + overlap(event.actors, actors) + 2 * inTitle + sameSpan;
    if (!best || score > best.score) best = { event, score };
  }
  return best?.event;
}

/** Words of four letters and more, and numbers, in lower case. */
function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\d+|\p{L}{4,}/gu) ?? []);
}

/** Shared members over all members (Jaccard index), 0 to 1. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((id) => b.includes(id)).length;
  return shared === 0 ? 0 : shared / new Set([...a, ...b]).size;
}
