import type {
  BreadcrumbList,
  Dataset,
  NewsArticle,
  Organization,
  Person as PersonNode,
  SearchAction,
  Thing,
  WebSite,
} from "schema-dts";
import type { Chart } from "../charts/read-charts.ts";
import { cardPath } from "../files/cards.tsx";
import type { Table } from "../files/tables.ts";
import type { Ledger, Organisation, Person } from "../ledger/ledger.ts";
import { get } from "../ledger/lookup.ts";
import { PAGE_NAMES, routeOf, routesOf } from "../routes.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME, type Topic, topicName } from "../site.ts";

/** A step on the way from the front page to a page. */
export interface Crumb {
  name: string;
  /** Under the base of the site. */
  path: string;
}

/** The way from the front page to the page at `path`, both included. */
export function breadcrumbs(path: string, title: string): Crumb[] {
  const home = { name: SITE_NAME, path: "/" };
  if (path === "/") return [home];
  const above: Crumb[] = [];
  for (let under = routeOf(path)?.under; under; under = routeOf(under)?.under)
    above.unshift({ name: nameOf(under), path: under });
  return [home, ...above, { name: title, path }];
}

/** Name of a parent page: a story, or a list. */
function nameOf(path: string): string {
  const [route] = routesOf(path);
  return route === "explainer" ? topicName(path.slice(1, -1)) : PAGE_NAMES[route as keyof typeof PAGE_NAMES];
}

/** A thing of schema.org: the compiler knows what each type may hold. */
export type Node = Exclude<Thing, string>;

/** A thing of one type, not of those under it, and no bare address. */
type Only<Type, Name extends string> = Extract<Type, { "@type": Name }>;

/** JSON-LD of a page, ready to stand between script tags: no text in it can end the script. */
export function jsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes })
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

const license = "https://creativecommons.org/licenses/by/4.0/";
/** What is said of every text and every file. */
const open = () => ({ inLanguage: "en", isAccessibleForFree: true, license });

/** Who speaks. */
function publisher(): Only<Organization, "Organization"> {
  return {
    "@type": "Organization",
    name: SITE_NAME,
    url: absolute("/"),
    logo: absolute("/icons/512.png"),
    correctionsPolicy: absolute("/about/#corrections"),
  };
}

/** schema-dts lacks annotated properties such as `query-input`. */
type Search = Only<SearchAction, "SearchAction"> & { "query-input": string };

/** The site, and how to search it. */
export function webSite(): Only<WebSite, "WebSite"> {
  const search: Search = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${absolute("/search/")}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return {
    "@type": "WebSite",
    "@id": absolute("/#site"),
    name: SITE_NAME,
    description: SITE_DESCRIPTION,
    url: absolute("/"),
    inLanguage: "en",
    license,
    publisher: publisher(),
    potentialAction: search,
  };
}

/** The way to the page, as search engines show it. */
export function breadcrumbList(crumbs: readonly Crumb[]): Only<BreadcrumbList, "BreadcrumbList"> {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ name, path }, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** An explainer. `modified`: ISO day, where known. */
export function explainerArticle(facts: {
  id: string;
  title: string;
  description: string;
  topic: Topic;
  modified: string | undefined;
}): Only<NewsArticle, "NewsArticle"> {
  const path = `/${facts.id}/`;
  return {
    "@type": "NewsArticle",
    headline: facts.title,
    description: facts.description,
    articleSection: topicName(facts.topic),
    image: absolute(cardPath(path)),
    ...(facts.modified && { dateModified: facts.modified }),
    ...open(),
    mainEntityOfPage: absolute(path),
    author: publisher(),
    publisher: publisher(),
  };
}

/** A table to download, or the rows behind a chart: its `files` without their ending, and the addresses that it rests on. */
export function dataset(facts: {
  path: string;
  title: string;
  description: string;
  files: string;
  sources?: string[];
}): Only<Dataset, "Dataset"> {
  const sources = [...new Set(facts.sources)];
  return {
    "@type": "Dataset",
    name: facts.title,
    description: facts.description,
    url: absolute(facts.path),
    ...open(),
    creator: publisher(),
    ...(sources.length > 0 && { isBasedOn: sources }),
    distribution: Object.entries({ csv: "text/csv", json: "application/json" }).map(([ending, type]) => ({
      "@type": "DataDownload",
      contentUrl: absolute(`${facts.files}.${ending}`),
      encodingFormat: type,
    })),
  };
}

/** The rows behind a chart. */
export function chartDataset({ id, title, view }: Chart, ledger: Ledger): Node {
  return dataset({
    path: `/charts/${id}/`,
    title,
    description: view.description,
    files: `/charts/${id}`,
    sources: view.sources.map((source) => get(ledger, "sources", source).url),
  });
}

/** The catalogue of all tables. */
export function dataCatalog(tables: readonly Table[], description: string): Node {
  return {
    "@type": "DataCatalog",
    name: `Data of ${SITE_NAME}`,
    description,
    dataset: tables.map(({ name, title, description }) =>
      dataset({
        path: `/data/#${name}`,
        title,
        description: `${description} A table of the ledger on the US-backed peace plan for Ukraine.`,
        files: `/data/${name}`,
      }),
    ),
  };
}

/** Names and office only: accusations belong on the page, with stage and answer. */
export function personNode(row: Person): Only<PersonNode, "Person"> {
  return { "@type": "Person", ...namesAndRole(row), url: absolute(`/people/${row.id}/`) };
}

/** A state, body, company or group. */
export function organisationNode(row: Organisation): Only<Organization, "Organization"> {
  return { "@type": "Organization", ...namesAndRole(row), url: absolute(`/organisations/${row.id}/`) };
}

function namesAndRole({ name, names, also, role }: Person | Organisation) {
  const others = new Set([...Object.values(names), ...also].filter((other) => other !== name));
  return { name, ...(others.size > 0 && { alternateName: [...others] }), description: role };
}
