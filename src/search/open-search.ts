import { escapeXml } from "../feed/xml.ts";
import { SITE_NAME } from "../site.ts";

/** The OpenSearch description by which a browser offers to search this site from its address bar. */
export function openSearch(searchPage: string, icon: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml(SITE_NAME)}</ShortName>
<Description>Search drafts, themes, people, events and charts of ${escapeXml(SITE_NAME)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${escapeXml(icon)}</Image>
<Url type="text/html" method="get" template="${escapeXml(searchPage)}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(new URL("../opensearch.xml", searchPage).href)}"/>
</OpenSearchDescription>
`;
}
