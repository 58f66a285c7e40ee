import { readFileSync } from "node:fs";
import { linksOf, type ReadPage } from "./read-pages.ts";
import { addressOf, BASE, fileAt, pathOf } from "./site-address.ts";
import { resolve } from "./tags.ts";
import { malformed } from "./xml.ts";

const ATOM = "application/atom+xml";
const JSON_FEED = "application/feed+json";
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

/** Feeds that pages announce and that are missing, malformed, or lack what RFC 4287 or JSON Feed 1.1 ask for. */
export function checkFeeds(pages: readonly ReadPage[], root: string): string[] {
  const feeds = new Map(
    pages.flatMap((page) =>
      linksOf(page.tags, "alternate").flatMap((link): [string, string][] => {
        const type = link.get("type") ?? "";
        const path = pathOf(new URL(link.get("href") ?? "", BASE).href);
        return path && (type === ATOM || type === JSON_FEED) ? [[path, type]] : [];
      }),
    ),
  );
  if (feeds.size === 0) return ["no page announces a feed; mend: see src/meta/HeadTags.astro"];
  return [...feeds].flatMap(([path, type]) => {
    const say = (what: string) => `${path.slice(1)}: ${what}; mend: see src/feed/`;
    const file = fileAt(root, path);
    if (!file) return [say("announced, but not there")];
    const text = readFileSync(file, "utf8");
    return (type === ATOM ? atomProblems(text, path, root) : jsonProblems(text, path, root)).map(say);
  });
}

function atomProblems(xml: string, path: string, root: string): string[] {
  const wrong = malformed(xml);
  if (wrong) return [wrong];
  if (!/^<\?xml[^>]*\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(xml)) return ["is no Atom feed"];
  const [head, ...entries] = xml.split("<entry>") as [string, ...string[]];
  const problems: string[] = [];
  for (const [name, part] of [["the feed", head] as const, ...entries.map((entry, i) => [`entry ${i + 1}`, entry] as const)]) {
    for (const tag of ["title", "id", "updated"]) {
      const texts = [...part.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map((match) => match[1]!);
      if (texts.length !== 1 || !texts[0]!.trim()) problems.push(`${name} needs one <${tag}>, has ${texts.length}`);
      else if (tag === "updated" && !MOMENT.test(texts[0]!)) problems.push(`${name}: <updated> is \`${texts[0]!}\``);
    }
  }
  if (!head.includes(`<link rel="self" type="${ATOM}" href="${addressOf(path)}"/>`))
    problems.push(`does not name its own address ${addressOf(path)}`);
  if (!/<author>/.test(head)) problems.push("has no <author>");
  const ids = [...xml.matchAll(/<id>([^<]*)/g)].map((match) => match[1]!);
  const links = entries.map((entry) => resolve(/<link rel="alternate" type="text\/html" href="([^"]*)"/.exec(entry)?.[1] ?? ""));
  return [...problems, ...shared(ids), ...lost(links, root)];
}

function jsonProblems(text: string, path: string, root: string): string[] {
  let feed: { version?: unknown; title?: unknown; feed_url?: unknown; items?: Record<string, unknown>[] };
  try {
    feed = JSON.parse(text) as typeof feed;
  } catch (error) {
    return [`does not parse: ${(error as Error).message}`];
  }
  const items = feed.items ?? [];
  return [
    ...(feed.version === "https://jsonfeed.org/version/1.1" ? [] : [`\`version\` is \`${String(feed.version)}\``]),
    ...(feed.title ? [] : ["has no `title`"]),
    ...(feed.feed_url === addressOf(path) ? [] : [`\`feed_url\` is \`${String(feed.feed_url)}\`, expected ${addressOf(path)}`]),
    ...(items.length > 0 ? [] : ["has no items"]),
    ...items.flatMap((item, i) =>
      ["id", "url", "content_html", "date_published"]
        .filter((key) => typeof item[key] !== "string")
        .map((key) => `item ${i + 1} lacks \`${key}\``),
    ),
    ...items
      .filter((item) => !MOMENT.test(String(item.date_published)))
      .map((item) => `\`date_published\` is \`${String(item.date_published)}\``),
    ...shared(items.map((item) => String(item.id))),
    ...lost(
      items.map((item) => String(item.url)),
      root,
    ),
  ];
}

function shared(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `the id ${id} stands twice`);
}

function lost(links: readonly string[], root: string): string[] {
  return links
    .filter((link) => {
      const path = pathOf(link);
      return !path || !fileAt(root, path);
    })
    .map((link) => `leads to \`${link}\`, which is not in the site`);
}
