import { CONTENT_DIR } from "../../src/content-dir.ts";
import { readLedger } from "../../src/ledger/read-ledger.ts";
import type { HtmlFile } from "../html-files.ts";

/** Events of the ledger that the timeline does not lead to: a fact that nobody can find is not published. */
export function checkCoverage(pages: readonly HtmlFile[]): string[] {
  const timeline = pages.find((page) => page.url === "/timeline/")?.html ?? "";
  return readLedger(`${CONTENT_DIR}/ledger`)
    .events.filter((event) => !timeline.includes(`/events/${event.id}/"`))
    .map((event) => `timeline/index.html: the event \`${event.id}\` is not on it; mend: look at why the timeline leaves it out`);
}
