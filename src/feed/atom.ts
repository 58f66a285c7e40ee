import { createHash } from "node:crypto";
import type { SiteChange } from "../ledger/changes.ts";

/** What the feed says of itself; addresses are full ones. */
export interface FeedFacts {
  title: string;
  subtitle: string;
  author: string;
  rights: string;
  /** Page that the feed stands for. */
  home: string;
  /** Address of the feed. */
  self: string;
  /** Address of the page at a path of the site. */
  page: (path: string) => string;
}

/** Words for the kinds of change. */
export const KIND_WORDS: Readonly<Record<SiteChange["kind"], string>> = { addition: "Added", change: "Changed", correction: "Correction" };

/**
 * Atom feed (RFC 4287) of the site's changes, latest first. It depends on the data alone: the same changes give the same
 * bytes, whatever the clock says, and ids do not change with the address of the site. Throws without any change.
 */
export function atomFeed(changes: readonly SiteChange[], facts: FeedFacts): string {
  const [latest] = changes;
  if (!latest) throw new Error("a feed needs a change to take its date from");
  const e = escapeXml;
  const head = [
    `<title>${e(facts.title)}</title>`,
    `<subtitle>${e(facts.subtitle)}</subtitle>`,
    `<id>${stableId("feed")}</id>`,
    `<updated>${startOf(latest.date)}</updated>`,
    `<author><name>${e(facts.author)}</name></author>`,
    `<rights>${e(facts.rights)}</rights>`,
    `<link rel="alternate" type="text/html" href="${e(facts.home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${e(facts.self)}"/>`,
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n${[...head, ...changes.map((change) => entry(change, facts))].join("\n")}\n</feed>\n`;
}

function entry(change: SiteChange, facts: FeedFacts): string {
  const e = escapeXml;
  const texts = [
    `<p>${e(change.note)}</p>`,
    change.before && `<p>Before: <del>${e(change.before)}</del></p>`,
    change.after && `<p>Now: <ins>${e(change.after)}</ins></p>`,
    `<p><a href="${e(facts.page(change.page))}">The page</a></p>`,
  ];
  return [
    "<entry>",
    `<title>${e(shorten(change.kind === "correction" ? `${KIND_WORDS.correction}: ${change.note}` : change.note))}</title>`,
    `<id>${stableId(`change/${change.id}`)}</id>`,
    `<updated>${startOf(change.date)}</updated>`,
    `<link rel="alternate" type="text/html" href="${e(`${facts.home}#${change.id}`)}"/>`,
    `<category term="${change.kind}"/>`,
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${texts.filter(Boolean).join("")}</div></content>`,
    "</entry>",
  ].join("\n");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text for XML content and attributes; characters that XML 1.0 does not allow are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}

/** The first 100 characters of a text, cut between words. */
function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100).replace(/\s+\S*$/, "")} …`;
}

function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A UUID made from a name (version 5, RFC 9562), within a namespace of this feed's own. */
function stableId(name: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

const NAMESPACE = Buffer.from("7d1f4c0b6a0e4f5a9c3b2e8d5f7a1c64", "hex");
