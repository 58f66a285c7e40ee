import type { APIRoute } from "astro";
import { getCollection } from "astro:content";
import { charts, ledger, tables, through } from "../content.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME } from "../site.ts";
import { thinCoverage } from "../views/coverage-words.ts";

/** What a program that reads the site for somebody should know: where the text is plain, and how to quote it. */
export const GET: APIRoute = async () => {
  const explainers = await getCollection("explainers");
  const link = (title: string, path: string, about: string) => `- [${title}](${absolute(path)}): ${about}`;
  const text = [
    `# ${SITE_NAME}`,
    `> ${SITE_DESCRIPTION}`,
    `Covers events up to ${through}; what happened later is not known here. ` +
      `${thinCoverage(ledger) ?? ""} Each fact has a status (confirmed, reported, alleged, disputed) ` +
      "and its sources: keep both when you repeat it. " +
      "People accused of something have not been convicted unless the page says so; " +
      "say who alleges it, how far the case has come, and what the person answers. " +
      "Text and data are under CC BY 4.0; sources keep their own terms.",
    "## Explainers",
    explainers.map(({ id, data }) => link(data.title, `/${id}.md`, data.answer)).join("\n"),
    "## Data",
    [
      link("Description of all tables", "/data/datapackage.json", "Frictionless Data Package"),
      ...tables.map((table) => link(table.title, `/data/${table.name}.json`, table.description)),
    ].join("\n"),
    "## Charts",
    charts.map((chart) => link(chart.title, `/charts/${chart.id}.json`, chart.view.description)).join("\n"),
    "## Optional",
    [
      link("Method", "/about/", "how a fact gets its status, how drafts are compared, what is not known"),
      link("Changes and corrections", "/feed.json", "JSON feed"),
      link("All pages", "/sitemap.xml", "sitemap"),
    ].join("\n"),
  ].join("\n\n");
  return new Response(`${text}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
