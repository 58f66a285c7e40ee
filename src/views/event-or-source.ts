import type { Event, Ledger } from "../ledger/ledger.ts";
import { routes } from "../site.ts";

/** Page of the event that tells of a row, or for want of one the row's first receipt. */
export function eventOrSource(event: Event | undefined, sources: readonly string[]): string {
  return event ? routes.event(event.id) : routes.source(sources[0]!);
}

/** The event of `topic` that shares most receipts with a row, the first of equal ones; undefined if none shares any. */
export function eventOfReceipts(ledger: Ledger, topic: Event["topic"], sources: readonly string[]): Event | undefined {
  const shared = (event: Event) => event.sources.filter((id) => sources.includes(id)).length;
  return ledger.events
    .filter((event) => event.topic === topic && shared(event) > 0)
    .reduce<Event | undefined>((best, event) => (best && shared(best) >= shared(event) ? best : event), undefined);
}
