import { readFileSync } from "node:fs";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { addressOf, fileAt, pathOf } from "./site-address.ts";
import { readXml } from "./xml.ts";

const ATOM = "application/atom+xml";
const JSON_FEED = "application/feed+json";

/** A feed of either format: its own address, and the id and page of each entry. What else a feed needs is tested in src/feed/. */
interface ReadFeed {
  self: unknown;
  entries: { id: unknown; url: unknown }[];
}

/** Feeds that pages announce and that are missing, malformed, without entries, or lead to what is not in the site. */
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
    const feed = file
      ? (type === ATOM ? readAtom : readJson)(readFileSync(file, "utf8"))
      : "announced, but not there";
    return (typeof feed === "string" ? [feed] : problemsOf(feed, path, root)).map(
      (what) => `${path.slice(1)}: ${what}; mend: see src/feed/`,
    );
  });
}

function problemsOf({ self, entries }: ReadFeed, path: string, root: string): string[] {
  const ids = entries.map(({ id }) => id);
  return [
    ...(self === addressOf(path)
      ? []
      : [`names \`${String(self)}\` as its own address, expected ${addressOf(path)}`]),
    ...(entries.length > 0 ? [] : ["has no entries"]),
    ...entries.flatMap(({ id, url }, i) => {
      const target = pathOf(String(url));
      return [
        ...(id && ids.indexOf(id) === i ? [] : [`the id ${String(id)} is empty or stands twice`]),
        ...(target && fileAt(root, target) ? [] : [`leads to \`${String(url)}\`, which is not in the site`]),
      ];
    }),
  ];
}

function readAtom(text: string): ReadFeed | string {
  const xml = readXml(text, ["entry", "link"]);
  if (typeof xml === "string") return xml;
  const feed = xml.feed as { "@xmlns"?: string; entry?: Linked[] } & Linked;
  if (feed?.["@xmlns"] !== "http://www.w3.org/2005/Atom") return "is no Atom feed";
  const linkOf = ({ link }: Linked, rel: string) => link?.find((one) => one["@rel"] === rel)?.["@href"];
  return {
    self: linkOf(feed, "self"),
    entries: (feed.entry ?? []).map((one) => ({ id: one.id, url: linkOf(one, "alternate") })),
  };
}

interface Linked {
  id?: string;
  link?: Record<string, string>[];
}

function readJson(text: string): ReadFeed | string {
  try {
    const { feed_url, items } = JSON.parse(text) as { feed_url?: string; items?: ReadFeed["entries"] };
    return { self: feed_url, entries: items ?? [] };
  } catch (error) {
    return `does not parse: ${(error as Error).message}`;
  }
}
