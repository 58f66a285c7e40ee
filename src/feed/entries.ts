import { formatSpan } from "../i18n/dates.ts";
import type { SiteChange } from "../ledger/changes.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import { receiptLabel, receipts } from "../ledger/receipts.ts";
import { words } from "../words/words.ts";
import type { FeedEntry } from "./feed.ts";
import { escapeXml } from "./xml.ts";

/** Full address of the page at a path of the site. */
type Address = (path: string) => string;

/** Entries for changes of the site, in the order given. */
export function changeEntries(changes: readonly SiteChange[], address: Address): FeedEntry[] {
  const e = escapeXml;
  return changes.map((change) => ({
    key: `change/${change.id}`,
    title: shorten(
      change.kind === "correction" ? `${words.changes.kinds.correction}: ${change.note}` : change.note,
    ),
    date: change.date,
    url: address(`/changes/#${change.id}`),
    tags: [change.kind],
    html: [
      `<p>${e(change.note)}</p>`,
      change.before ? `<p>${words.changes.before} <del>${e(change.before)}</del></p>` : "",
      change.after ? `<p>${words.changes.now} <ins>${e(change.after)}</ins></p>` : "",
      `<p><a href="${e(address(change.page))}">The page</a></p>`,
    ].join(""),
  }));
}

/** How many events a feed holds: what a reader who comes once a month may have missed. */
const LATEST = 40;

/** Entries for the latest events of a topic. What is not confirmed says its status. */
export function eventEntries(ledger: Ledger, topic: Event["topic"], address: Address): FeedEntry[] {
  const e = escapeXml;
  return ledger.events
    .filter((event) => event.topic === topic)
    .sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))
    .slice(0, LATEST)
    .map((event) => {
      const sources = receipts(ledger, event.sources).map(
        (source) => `<a href="${e(source.url)}">${e(receiptLabel(ledger, source))}</a>`,
      );
      const when = e(formatSpan(event.date, event.end));
      const href = e(address(`/timeline/${event.date}/`));
      const day = event.date.length === 10 ? `<a href="${href}">${when}</a>` : when;
      const status =
        event.status === "confirmed" ? "" : ` (${event.status}: ${words.status.meanings[event.status]})`;
      return {
        key: `event/${event.id}`,
        title: event.title,
        date: event.date,
        url: address(`/events/${event.id}/`),
        tags: [event.topic, event.status],
        html: `<p>${day}: ${e(event.statement)}${e(status)}</p><p>Sources: ${sources.join(", ")}</p>`,
      };
    });
}

/** The words of a text that fit into 100 characters. */
function shorten(text: string): string {
  return text.length <= 100
    ? text
    : `${/^.{1,100}(?=\s)/su.exec(text)?.[0].trimEnd() ?? text.slice(0, 100)} …`;
}
