import { getOrInsert } from "./required.ts";

/** What a browser transfers for a page at most, bytes after brotli; scripts with what they import at once. */
export interface Budget {
  /** HTML with its style sheets. */
  html?: number;
  /** Most elements: what a slow phone has to lay out. */
  elements?: number;
  script?: number;
  fonts?: number;
}

/** A kind of page. Defaults for omitted fields: listed, not searchable, not frameable by other sites. */
export interface Route {
  /** As requested; `[id]` matches one part. */
  path: string;
  /** Of a page of which there is one, in navigation, footer and breadcrumbs. */
  name?: string;
  /** What search calls it (KIND_NAMES); pages without a kind are not searched. */
  kind?:
    | "about"
    | "chart"
    | "day"
    | "draft"
    | "event"
    | "explainer"
    | "organisation"
    | "person"
    | "reason"
    | "term"
    | "theme";
  /** Path of its parent; the front page by default. */
  under?: string;
  /** It has a preview card of its own, from src/files/cards.tsx. */
  card?: true;
  budget?: Budget;
  /** Readers arrive here first: inline styles save a round trip. Elsewhere they are a cached file. */
  inlineStyles?: true;
  /** Search engines are asked not to list it. */
  noindex?: true;
  /** Any page may frame it. */
  framed?: true;
}

const KB = 1024;
const EMBED = { html: 14 * KB };
/** Pages that readers come to first. */
const PAGE = { html: 46 * KB, elements: 4000, script: 6 * KB, fonts: 80 * KB };
const SOURCES = { html: 60 * KB, elements: 3000 };

/** Every kind of page of the site. A new one is one entry. */
export const ROUTES = {
  front: { path: "/", inlineStyles: true, budget: PAGE },
  explainer: {
    path: "/[id]/",
    kind: "explainer",
    card: true,
    inlineStyles: true,
    budget: PAGE,
  },
  drafts: { path: "/drafts/", name: "Drafts" },
  draft: { path: "/drafts/[id]/", kind: "draft", under: "/drafts/", card: true },
  clauses: { path: "/clauses/", name: "Clauses" },
  theme: { path: "/clauses/[theme]/", kind: "theme", under: "/clauses/", card: true, budget: PAGE },
  compare: { path: "/compare/", name: "Compare" },
  comparison: { path: "/compare/[before]/[after]/", under: "/compare/", budget: PAGE },
  timeline: { path: "/timeline/", name: "Timeline" },
  day: { path: "/timeline/[day]/", kind: "day", under: "/timeline/" },
  event: { path: "/events/[id]/", kind: "event", under: "/timeline/" },
  people: { path: "/people/", name: "People and organisations" },
  person: { path: "/people/[id]/", kind: "person", under: "/people/" },
  organisation: {
    path: "/organisations/[id]/",
    kind: "organisation",
    under: "/people/",
  },
  charts: { path: "/charts/", name: "Charts" },
  chart: { path: "/charts/[id]/", kind: "chart", under: "/charts/", card: true },
  embed: { path: "/embed/[id]/", budget: EMBED, noindex: true, framed: true },
  clauseEmbed: { path: "/embed/clause/[question]/", budget: EMBED, noindex: true, framed: true },
  lostEmbed: { path: "/embed/404.html", noindex: true, framed: true },
  embeds: { path: "/embeds/", name: "Embedding a chart", kind: "about" },
  sources: { path: "/sources/", name: "Sources", budget: SOURCES },
  sourceLetter: { path: "/sources/[letter]/", under: "/sources/", budget: SOURCES },
  reasons: { path: "/reasons/", name: "Reasons and yardsticks", kind: "reason" },
  glossary: { path: "/glossary/", name: "Glossary", kind: "term" },
  data: { path: "/data/", name: "Data" },
  changes: { path: "/changes/", name: "Changes and corrections" },
  about: { path: "/about/", name: "About and method", kind: "about" },
  search: { path: "/search/", name: "Search", noindex: true },
  lost: { path: "/404.html", noindex: true },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** Folders at the root of the site that hold no pages of their own. */
const FOLDERS = ["assets", "cards", "clauses", "feeds", "icons", "oembed", "pagefind"];

/** Whether `/<id>/` is not an explainer. Explainers may have subpages: the drafts of the plan. */
export function isReserved(id: string): boolean {
  const inside = (path?: string) => path?.startsWith(`/${id}/`) ?? false;
  return (
    FOLDERS.includes(id) ||
    Object.values<Route>(ROUTES).some(({ path, under }) => inside(path) && !inside(under))
  );
}

/** Path of the page of that kind, its parts filled in turn: `pathOf("draft", "first")`. */
export function pathOf(name: RouteName, ...parts: string[]): string {
  let next = 0;
  return ROUTES[name].path.replace(/\[\w+\]/g, (whole) => parts[next++] ?? whole);
}

const shapes = new Map<RouteName, RegExp>();

/** Every kind of page that `path` may be: exactly one, if it is a page. */
export function routesOf(path: string): RouteName[] {
  return (Object.keys(ROUTES) as RouteName[]).filter((name) => {
    const shape = getOrInsert(shapes, name, () => {
      const parts = ROUTES[name].path.replaceAll(".", "\\.").replace(/\[\w+\]/g, "([a-z0-9-]+)");
      return new RegExp(`^${parts}$`);
    });
    const [whole, id = ""] = shape.exec(path) ?? [];
    return whole !== undefined && !(name === "explainer" && isReserved(id));
  });
}

/** What the path of a page means; undefined if there is no such kind of page. */
export function routeOf(path: string): Route | undefined {
  const [name] = routesOf(path);
  return name && ROUTES[name];
}

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
  compare: (before: string, after: string) => to(pathOf("comparison", before, after)),
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

/** What search calls a kind of page. */
export const KIND_NAMES: Readonly<Record<NonNullable<Route["kind"]>, string>> = {
  about: "About",
  chart: "Chart",
  day: "Day",
  draft: "Draft",
  event: "Event",
  explainer: "Explained",
  organisation: "Organisation",
  person: "Person",
  reason: "Reason",
  term: "Term",
  theme: "Clause",
};
