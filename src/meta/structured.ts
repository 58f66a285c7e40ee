import type { Thing } from "schema-dts";
import { type Route, type RouteName, ROUTES, absoluteUrl, cardPath } from "../routes.ts";
import { getSite } from "../site.ts";

export type Node = Exclude<Thing, string>;

/** JSON-LD for a script element; `<` is escaped so that no text ends the script. */
export function jsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes }).replaceAll("<", "\\u003c");
}

function publisher() {
  return {
    "@type": "Organization",
    name: getSite().name,
    url: absoluteUrl("/"),
    logo: absoluteUrl("/icons/512.png"),
  } as const;
}

export function webSite(): Node {
  return {
    "@type": "WebSite",
    name: getSite().name,
    description: getSite().description,
    url: absoluteUrl("/"),
  };
}

/** Breadcrumbs from the front page to another page, through `above` if given. */
export function breadcrumbList(path: string, title: string, above?: RouteName): Node {
  const parent: Route | undefined = above && ROUTES[above];
  return {
    "@type": "BreadcrumbList",
    itemListElement: [
      { name: getSite().name, path: "/" },
      ...(parent ? [parent] : []),
      { name: title, path },
    ].map(({ name = "", path }, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name,
      item: absoluteUrl(path),
    })),
  };
}

/** `modified`: ISO day. */
export function explainerArticle(facts: {
  id: string;
  title: string;
  description: string;
  modified: string | undefined;
}): Node {
  const path = `/${facts.id}/`;
  return {
    "@type": "NewsArticle",
    headline: facts.title,
    description: facts.description,
    image: absoluteUrl(cardPath(path)),
    ...(facts.modified && { dateModified: facts.modified }),
    license: getSite().licence.url,
    mainEntityOfPage: absoluteUrl(path),
    author: publisher(),
    publisher: publisher(),
  };
}

/** A data set with its `files` and the addresses that it is based on. */
export function dataset(facts: {
  path: string;
  title: string;
  description: string;
  files: string;
  basedOn?: string[];
}): Node {
  return {
    "@type": "Dataset",
    name: facts.title,
    description: facts.description,
    url: absoluteUrl(facts.path),
    license: getSite().licence.url,
    creator: publisher(),
    ...(facts.basedOn && { isBasedOn: [...new Set(facts.basedOn)] }),
    distribution: Object.entries({ csv: "text/csv", json: "application/json" }).map(([ending, type]) => ({
      "@type": "DataDownload",
      contentUrl: absoluteUrl(`${facts.files}.${ending}`),
      encodingFormat: type,
    })),
  };
}
