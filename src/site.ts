import { pathOf } from "./routes.ts";

/** Name of the site, as readers and search engines see it. */
export const SITE_NAME = "Draft by Draft";

/** What the site is, in one sentence. */
export const SITE_DESCRIPTION =
  "How the US-backed peace plan for Ukraine changed from draft to draft, what France brings, and the corruption case around it. Every claim with its receipt.";

/** Terms under which text, charts and data may be used again. */
export const LICENCE = "CC BY 4.0; sources keep their own terms";

// The content check runs outside a build, where there is no `env`; its paths are seen by nobody.
const BASE = ((import.meta.env as ImportMetaEnv | undefined)?.BASE_URL ?? "/").replace(/\/$/, "");

/** Path of a page of this site under the base it is published at; `path` starts with a slash. */
export function to(path: string): string {
  return BASE + path;
}

/** The path that `to` was given. */
export function inSite(href: string): string {
  return href.slice(to("").length);
}

/** Full address of a page, for canonical links, feeds and embeds. */
export function absolute(path: string): string {
  return new URL(to(path), import.meta.env.SITE).href;
}

/** Where things of the ledger live. */
export const routes = {
  draft: (id: string) => to(pathOf("draft", id)),
  theme: (id: string) => to(pathOf("theme", id)),
  compare: (before: string, after: string) => to(pathOf("compare", before, after)),
  person: (id: string) => to(pathOf("person", id)),
  organisation: (id: string) => to(pathOf("organisation", id)),
  event: (id: string) => to(pathOf("event", id)),
  day: (date: string) => to(pathOf("day", date)),
  /** By the letter of its publisher; `sourceLink` knows it. */
  source: (letter: string, id: string) => to(`${pathOf("sourceLetter", letter)}#${id}`),
  reason: (id: string) => to(`${pathOf("reasons")}#${id}`),
  chart: (id: string) => to(pathOf("chart", id)),
  embed: (id: string) => to(pathOf("embed", id)),
  term: (id: string) => to(`${pathOf("glossary")}#${id}`),
};

/** Names of the three stories. */
export const TOPIC_NAMES = { plan: "The plan", france: "France", corruption: "The corruption case" } as const;

/** One of the three stories; all of them in the order of the site. */
export type Topic = keyof typeof TOPIC_NAMES;
export const TOPICS = Object.keys(TOPIC_NAMES) as Topic[];
