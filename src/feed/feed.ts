import { createHash } from "node:crypto";
import { itemAt } from "../required.ts";

/** A feed, before it is written as Atom or JSON; addresses are full ones. */
export interface Feed {
  /** Names the feed for ever: feed readers know it by the id made from this. */
  key: string;
  title: string;
  subtitle: string;
  author: string;
  rights: string;
  /** Page that the feed stands for. */
  home: string;
  /** Addresses of the feed. */
  atom: string;
  json: string;
  /** The latest first; at least one. */
  entries: readonly FeedEntry[];
}

/** One entry of a feed. */
export interface FeedEntry {
  /** Names the entry for ever. */
  key: string;
  title: string;
  /** ISO date, perhaps without day or month. */
  date: string;
  url: string;
  tags: readonly string[];
  /** Content: well-formed XHTML, every text in it escaped. */
  html: string;
}

/** Start of a partial ISO date, in UTC: `2026-03` → `2026-03-01T00:00:00Z`. */
export function startOf(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}

/** A UUID made from a name (version 5, RFC 9562), within a namespace of this site's own: it does not change with the address of the site. */
export function stableId(name: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = (itemAt(hash, 6) & 0x0f) | 0x50;
  hash[8] = (itemAt(hash, 8) & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

const NAMESPACE = Buffer.from("7d1f4c0b6a0e4f5a9c3b2e8d5f7a1c64", "hex");
