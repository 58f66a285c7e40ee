import { type Feed, type FeedEntry, stableId, startOf } from "./feed.ts";
import { escapeXml } from "./xml.ts";

/**
 * The feed as Atom (RFC 4287). It depends on the data alone: the same entries give the same bytes, whatever the clock
 * says. Throws without any entry.
 */
export function atomFeed(feed: Feed): string {
  const [latest] = feed.entries;
  if (!latest) throw new Error(`the feed \`${feed.key}\` needs an entry to take its date from`);
  const e = escapeXml;
  const head = [
    `<title>${e(feed.title)}</title>`,
    `<subtitle>${e(feed.subtitle)}</subtitle>`,
    `<id>${stableId(feed.key)}</id>`,
    `<updated>${startOf(latest.date)}</updated>`,
    `<author><name>${e(feed.author)}</name></author>`,
    `<rights>${e(feed.rights)}</rights>`,
    `<link rel="alternate" type="text/html" href="${e(feed.home)}"/>`,
    `<link rel="alternate" type="application/feed+json" href="${e(feed.json)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${e(feed.atom)}"/>`,
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    ...head,
    ...feed.entries.map(entry),
    "</feed>\n",
  ].join("\n");
}

function entry({ key, title, date, url, tags, html }: FeedEntry): string {
  const e = escapeXml;
  return [
    "<entry>",
    `<title>${e(title)}</title>`,
    `<id>${stableId(key)}</id>`,
    `<published>${startOf(date)}</published>`,
    `<updated>${startOf(date)}</updated>`,
    `<link rel="alternate" type="text/html" href="${e(url)}"/>`,
    ...tags.map((tag) => `<category term="${e(tag)}"/>`),
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`,
    "</entry>",
  ].join("\n");
}
