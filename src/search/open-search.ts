import { escapeMarkup } from "../escape.ts";
import { SITE_NAME } from "../site.ts";

/** The OpenSearch description by which a browser offers to search this site from its address bar. */
export function openSearch(searchPage: string, icon: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeMarkup(SITE_NAME)}</ShortName>
<Description>Search drafts, themes, people, events and charts of ${escapeMarkup(SITE_NAME)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeMarkup(icon)}</Image>
<Url type="text/html" method="get" template="${escapeMarkup(searchPage)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${escapeMarkup(new URL("../opensearch.xml", searchPage).href)}"/>
</OpenSearchDescription>
`;
}
