import type { Event } from "./ledger.ts";

/** How sure a number of an event is: as the number itself says, else as the event. */
export function figureCertainty(event: Event, figure: Event["figures"][number]): Event["status"] {
  return figure.certainty ?? event.status;
}
