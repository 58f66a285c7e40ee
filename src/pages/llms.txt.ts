import type { APIRoute } from "astro";
import { getCollection } from "astro:content";
import { charts, ledger, tables, through } from "../content.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME } from "../site.ts";
import { thinCoverage } from "../views/coverage-words.ts";

/** What a program that reads the site for somebody should know: where the text is plain, and how to quote it. */
export const GET: APIRoute = async () => {
  const explainers = await getCollection("explainers");
  const list = (links: readonly (readonly [title: string, path: string, about: string])[]) =>
    links.map(([title, path, about]) => `- [${title}](${absolute(path)}): ${about}`).join("\n");
  const text = [
    `# ${SITE_NAME}`,
    `> ${SITE_DESCRIPTION}`,
    `Covers events until ${through}; what happened later is not known here. ${thinCoverage(ledger) ?? ""} ` +
      "Each fact has a status (confirmed, reported, alleged, disputed) and its sources: keep both when you repeat it. " +
      "People accused of something have not been convicted unless the page says so; " +
      "say who alleges it, what stage the case has reached, and what the person answers. " +
      "Text and data are under CC BY 4.0; sources keep their own terms.",
    "## Explainers",
    list(explainers.map(({ id, data }) => [data.title, `/${id}.md`, data.answer])),
    "## Data",
    list([
      ["All tables and their columns", "/data/", "CSV and JSON"] as const,
      ...tables.map(({ title, name, description }) => [title, `/data/${name}.json`, description] as const),
    ]),
    "## Charts",
    list(charts.map(({ title, id, view }) => [title, `/charts/${id}.json`, view.description])),
    "## Optional",
    list([
      ["Method", "/about/", "how a fact gets its status, how drafts are compared, what is not known"],
      ["Changes and corrections", "/feed.json", "JSON feed"],
      ["All pages", "/sitemap-index.xml", "sitemap"],
    ]),
  ].join("\n\n");
  return new Response(`${text}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
