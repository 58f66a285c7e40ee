import type { APIRoute } from "astro";
import { getCollection } from "astro:content";
import { charts, ledger, tables, through } from "../content.ts";
import { absolute, SITE_DESCRIPTION, SITE_NAME } from "../site.ts";
import { thinCoverage } from "../views/coverage-words.ts";
import { words } from "../words/words.ts";

/** What a program that reads the site for somebody should know: where the text is plain, and how to quote it. */
export const GET: APIRoute = async () => {
  const { howToQuote, optional, tables: description } = words.programs;
  const explainers = await getCollection("explainers");
  const list = (links: readonly (readonly [title: string, path: string, about: string])[]) =>
    links.map(([title, path, about]) => `- [${title}](${absolute(path)}): ${about}`).join("\n");
  const text = [
    `# ${SITE_NAME}`,
    `> ${SITE_DESCRIPTION}`,
    howToQuote(through, thinCoverage(ledger)),
    "## Explainers",
    list(explainers.map(({ id, data }) => [data.title, `/${id}.md`, data.answer])),
    "## Data",
    list([
      description,
      ...tables.map(({ title, name, description }) => [title, `/data/${name}.json`, description] as const),
    ]),
    "## Charts",
    list(charts.map(({ title, id, view }) => [title, `/charts/${id}.json`, view.description])),
    "## Optional",
    list(optional),
  ].join("\n\n");
  return new Response(`${text}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
};
