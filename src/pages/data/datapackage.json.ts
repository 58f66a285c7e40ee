import type { APIRoute } from "astro";
import { ledger, tables, through } from "../../content.ts";
import { dataPackage } from "../../files/datapackage.ts";
import { formatDate } from "../../i18n/dates.ts";
import { get } from "../../ledger/lookup.ts";
import { publisherName } from "../../ledger/sources.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME } from "../../site.ts";

export const GET: APIRoute = () => {
  const descriptor = dataPackage(tables, {
    title: `${SITE_NAME}: the ledger`,
    description: `${SITE_DESCRIPTION} Covers events until ${formatDate(through)}. Sources keep their own terms.`,
    homepage: absolute("/data/"),
    sourcesPage: absolute("/sources/"),
    source: (id) => {
      const source = get(ledger, "sources", id);
      return { ...source, name: publisherName(ledger, source) };
    },
  });
  return new Response(`${JSON.stringify(descriptor, null, 1)}\n`, {
    headers: { "content-type": "application/json" },
  });
};
