import type { Thing } from "schema-dts";
import { cardPath } from "../files/cards.tsx";
import { type Route, type RouteName, ROUTES, absolute } from "../routes.ts";
import { SITE_DESCRIPTION, SITE_NAME, site, type Topic, topicName } from "../site.ts";

/** A thing of schema.org: the compiler knows what each type may hold. */
export type Node = Exclude<Thing, string>;

/** JSON-LD of a page, ready to stand between script tags: no text in it can end the script. */
export function jsonLd(nodes: readonly Node[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes })
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

const open = { inLanguage: "en", isAccessibleForFree: true, license: site.licence.url };

function publisher() {
  return {
    "@type": "Organization",
    name: SITE_NAME,
    url: absolute("/"),
    logo: absolute("/icons/512.png"),
  } as const;
}

/** The site by its name, as search engines show it. */
export function webSite(): Node {
  return {
    "@type": "WebSite",
    name: SITE_NAME,
    description: SITE_DESCRIPTION,
    url: absolute("/"),
    publisher: publisher(),
  };
}

/** The way from the front page to the page at `path`, which is not the front page, by the page `above` it if there is one. */
export function breadcrumbList(path: string, title: string, above?: RouteName): Node {
  const parent: Route | undefined = above && ROUTES[above];
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ name: SITE_NAME, path: "/" }, ...(parent ? [parent] : []), { name: title, path }].map(
      ({ name = "", path }, i) => ({ "@type": "ListItem", position: i + 1, name, item: absolute(path) }),
    ),
  };
}

/** An explainer. `modified`: ISO day, where known. */
export function explainerArticle(facts: {
  id: string;
  title: string;
  description: string;
  topic: Topic;
  modified: string | undefined;
}): Node {
  const path = `/${facts.id}/`;
  return {
    "@type": "NewsArticle",
    headline: facts.title,
    description: facts.description,
    articleSection: topicName(facts.topic),
    image: absolute(cardPath(path)),
    ...(facts.modified && { dateModified: facts.modified }),
    ...open,
    mainEntityOfPage: absolute(path),
    author: publisher(),
    publisher: publisher(),
  };
}

/** Rows to download at `files` with either ending, and the addresses that they rest on. */
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
    url: absolute(facts.path),
    ...open,
    creator: publisher(),
    ...(facts.basedOn && { isBasedOn: [...new Set(facts.basedOn)] }),
    distribution: Object.entries({ csv: "text/csv", json: "application/json" }).map(([ending, type]) => ({
      "@type": "DataDownload",
      contentUrl: absolute(`${facts.files}.${ending}`),
      encodingFormat: type,
    })),
  };
}
