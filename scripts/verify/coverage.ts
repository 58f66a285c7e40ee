import type { Ledger } from "../../src/ledger/ledger.ts";
import { pathOf as pathOfPage } from "../../src/routes.ts";
import type { ReadPage } from "./read-pages.ts";
import { pathOf } from "./site-address.ts";

/** Events of the ledger that the timeline does not lead to: a fact that nobody can find is not published. */
export function checkCoverage(pages: readonly ReadPage[], { events }: Pick<Ledger, "events">): string[] {
  const timeline = pages.find((page) => page.url === "/timeline/")?.tags ?? [];
  const shown = new Set(timeline.map(({ attributes: { href = "" } }) => pathOf(href, "/timeline/")));
  return events
    .filter((event) => !shown.has(pathOfPage("event", event.id)))
    .map(
      (event) =>
        `timeline/index.html: the event \`${event.id}\` is not on it; mend: look at why the timeline leaves it out`,
    );
}
