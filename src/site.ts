/** Name of the site, as readers and search engines see it. */
export const SITE_NAME = "Draft by Draft";

/** What the site is, in one sentence. */
export const SITE_DESCRIPTION =
  "How the US-backed peace plan for Ukraine changed from draft to draft, what France brings, and the corruption case around it. Every claim with its receipt.";

/** Terms under which text, charts and data may be used again. */
export const LICENCE = "CC BY 4.0; sources keep their own terms";

/** Path of a page of this site under the base it is published at; `path` starts with a slash. */
export function to(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "") + path;
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
  draft: (id: string) => to(`/plan/drafts/${id}/`),
  theme: (id: string) => to(`/plan/themes/${id}/`),
  compare: (before: string, after: string) => to(`/plan/compare/${before}/${after}/`),
  person: (id: string) => to(`/people/${id}/`),
  organisation: (id: string) => to(`/organisations/${id}/`),
  event: (id: string) => to(`/events/${id}/`),
  day: (date: string) => to(`/timeline/${date}/`),
  source: (id: string) => to(`/sources/#${id}`),
  chart: (id: string) => to(`/charts/${id}/`),
  embed: (id: string) => to(`/embed/${id}/`),
  term: (id: string) => to(`/glossary/#${id}`),
};

/** Names of the three stories. */
export const TOPIC_NAMES = { plan: "The plan", france: "France", corruption: "The corruption case" } as const;

/** One of the three stories; all of them in the order of the site. */
export type Topic = keyof typeof TOPIC_NAMES;
export const TOPICS = Object.keys(TOPIC_NAMES) as Topic[];
