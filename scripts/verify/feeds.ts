import { readFileSync } from "node:fs";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { addressOf, fileAt, pathOf } from "./site-address.ts";
import { readXml } from "./xml.ts";

const ATOM = "application/atom+xml";
const JSON_FEED = "application/feed+json";
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

/** A feed of either format, as far as the check reads it: its own address, what it lacks, and its entries. */
interface ReadFeed {
  self: unknown;
  /** What RFC 4287 or JSON Feed 1.1 asks of the feed itself. */
  needs: Record<string, unknown>;
  entries: { id: unknown; url: unknown; updated: unknown; title: unknown }[];
}

/** Feeds that pages announce and that are missing, malformed, or lack what RFC 4287 or JSON Feed 1.1 ask for. */
export function checkFeeds(pages: readonly ReadPage[], root: string): string[] {
  const feeds = new Map(
    pages.flatMap((page) =>
      linksOf(page.tags, "alternate").flatMap(({ type = "", href = "" }): [string, string][] => {
        const path = pathOf(href, page.url);
        return path && (type === ATOM || type === JSON_FEED) ? [[path, type]] : [];
      }),
    ),
  );
  if (feeds.size === 0) return ["no page announces a feed; mend: see src/meta/HeadTags.astro"];
  return [...feeds].flatMap(([path, type]) => {
    const file = fileAt(root, path);
    const feed = file ? (type === ATOM ? readAtom : readJson)(readFileSync(file, "utf8")) : "announced, but not there";
    return (typeof feed === "string" ? [feed] : problemsOf(feed, path, root)).map(
      (what) => `${path.slice(1)}: ${what}; mend: see src/feed/`,
    );
  });
}

function problemsOf({ self, needs, entries }: ReadFeed, path: string, root: string): string[] {
  const ids = [needs.id, ...entries.map(({ id }) => id)];
  return [
    ...(self === addressOf(path) ? [] : [`names \`${String(self)}\` as its own address, expected ${addressOf(path)}`]),
    ...Object.keys(needs).flatMap((key) => (needs[key] ? [] : `lacks \`${key}\``)),
    ...(entries.length > 0 ? [] : ["has no entries"]),
    ...entries.flatMap(({ id, url, updated, title }, i) => {
      const target = pathOf(String(url));
      return [
        ...(typeof id === "string" && id ? [] : [`entry ${i + 1} lacks \`id\``]),
        ...(typeof title === "string" && title.trim() ? [] : [`entry ${i + 1} has no words`]),
        ...(MOMENT.test(String(updated)) ? [] : [`entry ${i + 1}: its date is \`${String(updated)}\``]),
        ...(target && fileAt(root, target) ? [] : [`entry ${i + 1} leads to \`${String(url)}\`, which is not in the site`]),
      ];
    }),
    ...[...new Set(ids.filter((id, i) => id && ids.indexOf(id) !== i))].map((id) => `the id ${String(id)} stands twice`),
  ];
}

function readAtom(text: string): ReadFeed | string {
  const xml = readXml(text, ["entry", "link"]);
  if (typeof xml === "string") return xml;
  const feed = xml.feed as Record<string, unknown> | undefined;
  if (feed?.["@xmlns"] !== "http://www.w3.org/2005/Atom") return "is no Atom feed";
  const linkOf = (of: Record<string, unknown>, rel: string) =>
    (of.link as Record<string, string>[] | undefined)?.find((link) => link["@rel"] === rel)?.["@href"];
  const { title, id, updated, author, entry = [] } = feed as Record<string, unknown> & { entry?: Record<string, unknown>[] };
  return {
    self: linkOf(feed, "self"),
    needs: { title, id, updated: MOMENT.test(String(updated)), author },
    entries: entry.map((one) => ({ id: one.id, url: linkOf(one, "alternate"), updated: one.updated, title: one.title })),
  };
}

function readJson(text: string): ReadFeed | string {
  let feed: Record<string, unknown>;
  try {
    feed = JSON.parse(text) as typeof feed;
  } catch (error) {
    return `does not parse: ${(error as Error).message}`;
  }
  const { version, title, feed_url, items = [] } = feed as Record<string, unknown> & { items?: Record<string, unknown>[] };
  return {
    self: feed_url,
    needs: { title, "version 1.1": version === "https://jsonfeed.org/version/1.1" },
    entries: items.map((item) => ({ id: item.id, url: item.url, updated: item.date_published, title: item.content_html })),
  };
}
