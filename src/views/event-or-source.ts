import type { Ledger } from "../ledger/ledger.ts";
import { eventOf } from "../ledger/lookup.ts";
import { routes } from "../site.ts";
import { sourceLink } from "./source-link.ts";
import { itemAt } from "../required.ts";

/** Page that tells of a row: its event, or for want of one its first receipt. */
export function eventOrSource(
  ledger: Ledger,
  row: { event?: string | undefined; sources: readonly string[] },
): string {
  const event = eventOf(ledger, row);
  return event ? routes.event(event.id) : sourceLink(ledger, itemAt(row.sources, 0));
}
