import { Feed } from "feed";
import { escapeMarkup } from "../escape.ts";
import { formatSpan } from "../format/dates.ts";
import type { Event, Ledger } from "../ledger/ledger.ts";
import type { SiteChange } from "../ledger/read-ledger.ts";
import { findReceipts, lastSeen } from "../ledger/receipts.ts";
import { receiptLabel, rankSources } from "../ledger/sources.ts";
import { nth } from "../expect-defined.ts";
import { toMarkup } from "../markup.ts";
import { absoluteUrl } from "../routes.ts";
import { getSite, type Topic, topicName, topicPath, getTopics } from "../site.ts";

export interface SiteFeed {
  /** Without file ending: `/feed`. */
  path: string;
  /** Undefined for changes of the site. */
  topic?: Topic;
  title: string;
  page: string;
  /** Latest first; the URL of the page is the id; `html` is escaped. */
  entries: readonly { title: string; updated: string; page: string; html: string }[];
}

/** Only those with an entry. */
export function feedsOf(changes: readonly SiteChange[], ledger: Ledger): SiteFeed[] {
  const all = [changesFeed(changes), ...getTopics().map((topic) => topicFeed(ledger, topic))];
  return all.filter(({ entries }) => entries.length > 0);
}

export function changesFeed(changes: readonly SiteChange[]): SiteFeed {
  return {
    path: "/feed",
    title: `${getSite().name}: changes and corrections`,
    page: "/changes/",
    entries: changes.map(({ id, date, kind, note, page, before, after }) => ({
      title: shorten(kind === "correction" ? `Correction: ${note}` : note),
      updated: date,
      page: `/changes/#${id}`,
      html: toMarkup(
        <>
          <p>{note}</p>
          {before && <p>Before: {before}</p>}
          {after && <p>After: {after}</p>}
          <p>
            <a href={absoluteUrl(page)}>The page</a>
          </p>
        </>,
      ),
    })),
  };
}

/**
 * Forty: enough for a reader who comes once a month. An entry is as old as the words that its event rests on, or as the
 * newest of all.
 */
export function topicFeed(ledger: Ledger, topic: Topic): SiteFeed {
  const newest = lastSeen(ledger.receipts);
  return {
    path: `/feeds/${topic}`,
    topic,
    title: `${getSite().name}: ${topicName(topic)}, events known to the day`,
    page: topicPath(topic),
    entries: ledger.events
      .filter((event) => event.topic === topic && event.date.length === 10)
      .sort((a, b) => b.date.localeCompare(a.date, "en") || a.id.localeCompare(b.id, "en"))
      .slice(0, 40)
      .map((event) => ({
        title: event.title,
        updated: lastSeen(findReceipts(ledger.receipts, "events", event.id)) ?? newest ?? event.date,
        page: `/events/${event.id}/`,
        html: eventHtml(ledger, event),
      })),
  };
}

function eventHtml(ledger: Ledger, { date, end, statement, status, sources }: Event) {
  const { name, meaning } = getSite().labels.statuses[status];
  const links = rankSources(ledger, sources).map((source, i) => (
    <>
      {i > 0 && ", "}
      <a href={source.url}>{receiptLabel(ledger, source)}</a>
    </>
  ));
  return toMarkup(
    <>
      <p>
        <a href={absoluteUrl(`/timeline/${date}/`)}>{formatSpan(date, end)}</a>: {statement}
        {status !== "confirmed" && ` (${name}: ${meaning})`}
      </p>
      <p>
        {links.length === 1 ? "Source" : "Sources"}: {links}
      </p>
    </>,
  );
}

/** Does not depend on the clock. */
export function atomFeed({ path, title, page, entries }: SiteFeed): string {
  const feed = new Feed({
    id: absoluteUrl(`${path}.xml`),
    title,
    link: absoluteUrl(page),
    updated: new Date(nth(entries.map(({ updated }) => updated).sort(), -1)),
    generator: false,
    author: { name: getSite().name },
    copyright: getSite().licence.line,
    feedLinks: { atom: absoluteUrl(`${path}.xml`) },
  });
  for (const { title, updated, page, html } of entries)
    feed.addItem({
      id: absoluteUrl(page),
      // Titles in Atom are HTML.
      title: escapeMarkup(title),
      link: absoluteUrl(page),
      date: new Date(updated),
      content: html,
    });
  return feed.atom1();
}

function shorten(text: string) {
  return text.length <= 100 ? text : text.slice(0, 101).replace(/\s+\S*$/, " …");
}
