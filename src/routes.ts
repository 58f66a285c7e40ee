/** Upper limits for a page, bytes after brotli; scripts include static imports. */
export interface Budget {
  /** With style sheets. */
  html?: number;
  /** Number of elements, which a slow phone has to lay out. */
  elements?: number;
  script?: number;
  fonts?: number;
}

export type Kind =
  | "Chart"
  | "Clause"
  | "Day"
  | "Draft"
  | "Event"
  | "Explained"
  | "Organisation"
  | "Person"
  | "Reason"
  | "Term";

/** A kind of page. Defaults: listed, not searchable. */
export interface Route {
  /** `[id]` matches one part. */
  path: string;
  /** In navigation and footer; only for kinds with a single page. */
  name?: string;
  /** Label in search results; pages without one are not searched. */
  kind?: Kind;
  /** Has its own preview card from src/files/cards.tsx. */
  card?: true;
  /** `REFERENCE` by default. */
  budget?: Budget;
  noindex?: true;
}

const KB = 1024;
const EMBED = { html: 14 * KB };
/** Pages that readers come to first. */
const PAGE = { html: 46 * KB, elements: 4000, script: 6 * KB, fonts: 80 * KB };
/** Pages that readers come to from another page. */
const REFERENCE: Budget = { ...PAGE, html: 60 * KB };

export const ROUTES = {
  front: { path: "/", budget: PAGE },
  explainer: {
    path: "/[id]/",
    kind: "Explained",
    card: true,
    budget: PAGE,
  },
  drafts: { path: "/drafts/", name: "Drafts" },
  draft: { path: "/drafts/[id]/", kind: "Draft", card: true },
  clauses: { path: "/clauses/", name: "Clauses" },
  theme: { path: "/clauses/[theme]/", kind: "Clause", card: true, budget: PAGE },
  compare: { path: "/compare/", name: "Compare" },
  comparison: { path: "/compare/[before]/[after]/", budget: PAGE },
  timeline: { path: "/timeline/", name: "Timeline", budget: PAGE },
  timelineYear: { path: "/timeline/[year]/", budget: PAGE },
  day: { path: "/timeline/[day]/", kind: "Day" },
  event: { path: "/events/[id]/", kind: "Event" },
  people: { path: "/people/", name: "Who is who" },
  person: { path: "/people/[id]/", kind: "Person" },
  organisation: {
    path: "/organisations/[id]/",
    kind: "Organisation",
  },
  charts: { path: "/charts/", name: "Charts" },
  chart: { path: "/charts/[id]/", kind: "Chart", card: true },
  embed: { path: "/embed/[id]/", budget: EMBED, noindex: true },
  clauseEmbed: { path: "/embed/clause/[question]/", budget: EMBED, noindex: true },
  cases: { path: "/cases/", name: "Cases and answers" },
  embeds: { path: "/embeds/", name: "Embedding" },
  sources: { path: "/sources/", name: "Sources" },
  sourceLetter: { path: "/sources/[letter]/" },
  reasons: { path: "/reasons/", name: "Reasons", kind: "Reason" },
  glossary: { path: "/glossary/", name: "Glossary", kind: "Term" },
  data: { path: "/data/", name: "Data" },
  feeds: { path: "/feeds/", name: "Feeds" },
  changes: { path: "/changes/", name: "Changes and corrections" },
  about: { path: "/about/", name: "About" },
  search: { path: "/search/", name: "Search", noindex: true },
  lost: { path: "/404.html", noindex: true },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** Pages that the menu and the foot of every page list. */
export const LISTED = [
  "about",
  "drafts",
  "people",
  "sources",
  "reasons",
  "glossary",
  "data",
  "embeds",
  "changes",
  "feeds",
] as const satisfies RouteName[];

/** Root folders without pages of their own. */
const FOLDERS = ["assets", "cards", "icons", "oembed", "pagefind"];

const DEFAULT_CARD = "default";

/** Whether `/<id>/`, or the card of that page, is taken, so that it cannot be an explainer. */
export function isReserved(id: string): boolean {
  return (
    [...FOLDERS, DEFAULT_CARD].includes(id) ||
    Object.values(ROUTES).some(({ path }) => path.startsWith(`/${id}/`) || path === `/${id}.html`)
  );
}

/** Fills the parts of the path in turn: `buildPath("draft", "first")`. */
export function buildPath(name: RouteName, ...parts: string[]): string {
  let next = 0;
  return ROUTES[name].path.replace(/\[\w+\]/g, (whole) => parts[next++] ?? whole);
}

/** What parts of a path may be; letters, digits and hyphens by default. */
const PARTS: Readonly<Record<string, string>> = { year: "\\d{4}", day: "\\d{4}-\\d\\d-\\d\\d" };

const SHAPES = (Object.keys(ROUTES) as RouteName[]).map((name) => {
  const parts = ROUTES[name].path
    .replaceAll(".", "\\.")
    .replace(/\[(\w+)\]/g, (_, part: string) => `(${PARTS[part] ?? "[a-z0-9-]+"})`);
  return { name, shape: new RegExp(`^${parts}$`) };
});

/** All matching kinds: exactly one for a page. */
export function matchRoutes(path: string): RouteName[] {
  return SHAPES.flatMap(({ name, shape }) => {
    const [whole, id = ""] = shape.exec(path) ?? [];
    return whole !== undefined && !(name === "explainer" && isReserved(id)) ? name : [];
  });
}

export function matchRoute(path: string): Route | undefined {
  const [name] = matchRoutes(path);
  return name && ROUTES[name];
}

/** Names of routes whose budget a story may raise. Other sites rely on that of embeds. */
export const RAISABLE = (Object.keys(ROUTES) as RouteName[]).filter(
  (name) => !ROUTES[name].path.startsWith("/embed/"),
);

/** `budgets` of site.yaml. */
export type RaisedBudgets = Partial<Record<RouteName, { elements?: number; html_kb?: number }>>;

export function budgetOf(path: string, raised: RaisedBudgets = {}): Budget {
  const [name] = matchRoutes(path);
  const budget = matchRoute(path)?.budget ?? REFERENCE;
  const { elements = budget.elements, html_kb } = (name && raised[name]) ?? {};
  return { ...budget, elements, html: html_kb ? html_kb * KB : budget.html };
}

/** File in the folder of the story that the page at `path` is made of; undefined for a page of rows. */
export function findContentFile(path: string): string | undefined {
  const [name] = matchRoutes(path);
  const id = path.split("/").at(-2) ?? "";
  if (name === "explainer") return `explainers/${id}.mdx`;
  if (name === "chart" || name === "embed") return `charts/${id}.yaml`;
  if (name === "about") return "pages/about.mdx";
  return name === "front" ? "site.yaml" : undefined;
}

/** `/plan/` → `/cards/plan.png`; `default` for pages without a card of their own. */
export function cardPath(path: string): string {
  return `/cards/${matchRoute(path)?.card ? path.slice(1, -1) : DEFAULT_CARD}.png`;
}

// The content check runs without `import.meta.env`; nobody sees its paths.
const BASE = ((import.meta.env as ImportMetaEnv | undefined)?.BASE_URL ?? "/").replace(/\/$/, "");

/** `path` starts with a slash. */
export function withBase(path: string): string {
  return BASE + path;
}

export function withoutBase(href: string): string {
  return href.slice(withBase("").length);
}

export function absoluteUrl(path: string): string {
  return new URL(withBase(path), import.meta.env.SITE).href;
}

export function changesId(path: string): string {
  return `changes${path.replaceAll("/", "_")}`;
}

const pageOf = (name: RouteName) => (id: string) => withBase(buildPath(name, id));
const entryOf = (name: RouteName) => (id: string) => withBase(`${buildPath(name)}#${id}`);

export const hrefs = {
  draft: pageOf("draft"),
  theme: pageOf("theme"),
  compare: (before: string, after: string) => withBase(buildPath("comparison", before, after)),
  person: pageOf("person"),
  organisation: pageOf("organisation"),
  event: pageOf("event"),
  timelineYear: pageOf("timelineYear"),
  day: pageOf("day"),
  /** On the page of the publisher’s first letter, as in `sourceLink`. */
  source: (letter: string, id: string) => `${pageOf("sourceLetter")(letter)}#${id}`,
  reason: entryOf("reasons"),
  chart: pageOf("chart"),
  embed: pageOf("embed"),
  term: entryOf("glossary"),
};
