import type {
  BreadcrumbList,
  Dataset,
  NewsArticle,
  Organization,
  Person,
  SearchAction,
  Thing,
  WebSite,
} from "schema-dts";
import { LANGUAGE } from "../language.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME } from "../site.ts";
import type { Crumb } from "./breadcrumbs.ts";

/** A thing of schema.org: the compiler knows what each type may hold. */
export type Node = Exclude<Thing, string>;

/** A thing of one type, not of those under it, and no bare address. */
type Only<Type, Name extends string> = Extract<Type, { "@type": Name }>;

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

/**
 * JSON-LD of a page, ready to stand between script tags: no text in it can end the script, and nothing in it is left
 * undefined.
 */
export function jsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes })
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

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

/** schema-dts knows no annotated properties: what a search engine fills in is named by one. */
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
    inLanguage: LANGUAGE,
    license: LICENCE,
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

/** What an article says of itself: paths under the base, ISO days. */
export interface ArticleFacts {
  path: string;
  title: string;
  description: string;
  section: string;
  card: string;
  published: string;
  modified: string;
}

/** An explainer. */
export function article(facts: ArticleFacts): Only<NewsArticle, "NewsArticle"> {
  return {
    "@type": "NewsArticle",
    headline: facts.title,
    description: facts.description,
    articleSection: facts.section,
    image: absolute(facts.card),
    datePublished: facts.published,
    dateModified: facts.modified,
    inLanguage: LANGUAGE,
    isAccessibleForFree: true,
    license: LICENCE,
    mainEntityOfPage: absolute(facts.path),
    author: publisher(),
    publisher: publisher(),
  };
}

/** A file that holds data; `path` under the base. */
export interface DataFile {
  path: string;
  type: string;
}

/** A table to download, or the rows behind a chart. `sources` are addresses of the pages that it rests on. */
export function dataset(facts: {
  path: string;
  title: string;
  description: string;
  files: DataFile[];
  sources?: string[];
}): Only<Dataset, "Dataset"> {
  const sources = [...new Set(facts.sources)];
  return {
    "@type": "Dataset",
    name: facts.title,
    description: facts.description,
    url: absolute(facts.path),
    inLanguage: LANGUAGE,
    isAccessibleForFree: true,
    license: LICENCE,
    creator: publisher(),
    ...(sources.length > 0 && { isBasedOn: sources }),
    distribution: facts.files.map(({ path, type }) => ({
      "@type": "DataDownload",
      contentUrl: absolute(path),
      encodingFormat: type,
    })),
  };
}

/** A person: names and office, nothing else. What somebody is accused of stands on the page with its stage and its answer. */
export function person(facts: {
  path: string;
  name: string;
  also: string[];
  role: string;
}): Only<Person, "Person"> {
  return {
    "@type": "Person",
    name: facts.name,
    ...alternate(facts.also),
    description: facts.role,
    url: absolute(facts.path),
  };
}

/** A state, body, company or group. */
export function organisation(facts: {
  path: string;
  name: string;
  also: string[];
  role: string;
}): Only<Organization, "Organization"> {
  return {
    "@type": "Organization",
    name: facts.name,
    ...alternate(facts.also),
    description: facts.role,
    url: absolute(facts.path),
  };
}

function alternate(names: string[]) {
  return names.length > 0 && { alternateName: [...new Set(names)] };
}
