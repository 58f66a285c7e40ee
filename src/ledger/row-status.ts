import type { Event, Ledger } from "./ledger.ts";
import { find, get } from "./lookup.ts";

/** A row that belongs to an event or, where none tells of it, says itself how far it is established. */
interface EventRow {
  id: string;
  event?: string | undefined;
  status?: Event["status"] | undefined;
}

/** The event that a row names, or undefined. */
export function eventOf(ledger: Ledger, { event }: { event?: string | undefined }): Event | undefined {
  return event === undefined ? undefined : find(ledger, "events", event);
}

/** How far what a row tells is established: as its event says, or else as the row says. Throws if neither says so. */
export function statusOf(ledger: Ledger, { id, event, status }: EventRow): Event["status"] {
  const known = event === undefined ? status : get(ledger, "events", event).status;
  if (!known)
    throw new Error(
      `nothing says how far \`${id}\` is established: give it an \`event\`, or a status of its own`,
    );
  return known;
}
