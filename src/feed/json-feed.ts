import { type Feed, stableId, startOf } from "./feed.ts";

/** The feed as JSON Feed 1.1, with the same ids and dates as its Atom twin. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      description: feed.subtitle,
      home_page_url: feed.home,
      feed_url: feed.json,
      language: "en",
      authors: [{ name: feed.author }],
      items: feed.entries.map(({ key, title, date, url, tags, html }) => ({
        id: stableId(key),
        url,
        title,
        content_html: html,
        date_published: startOf(date),
        tags,
      })),
    },
    null,
    1,
  );
}
