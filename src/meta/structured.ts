import { absoluteUrl, cardPath } from "../routes.ts";
import { getSite } from "../site.ts";

interface Article {
  id: string;
  title: string;
  description: string;
  /** ISO day. */
  modified: string | undefined;
}

/** An explainer as JSON-LD for a script element; `<` is escaped so that no text ends the script. */
export function describeArticle({ id, title, description, modified }: Article): string {
  const path = `/${id}/`;
  const { name, licence } = getSite();
  const logo = absoluteUrl("/icons/512.png");
  const publisher = { "@type": "Organization", name, url: absoluteUrl("/"), logo };
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    description,
    image: absoluteUrl(cardPath(path)),
    dateModified: modified,
    license: licence.url,
    mainEntityOfPage: absoluteUrl(path),
    author: publisher,
    publisher,
  };
  return JSON.stringify(article).replaceAll("<", "\\u003c");
}
