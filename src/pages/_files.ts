import type { APIRoute, GetStaticPathsOptions } from "astro";
import * as site from "../content.ts";
import { embedFacts } from "../embed/embed.ts";
import { oEmbed } from "../embed/codes.ts";
import { embedScript } from "../embed/scripts.ts";
import { explainersInOrder } from "../explainers/in-order.ts";
import { notesOf } from "../explainers/receipts.ts";
import { questionHeadings } from "../explainers/in-order.ts";
import { pageReceipts } from "../explainers/receipts.ts";
import { ENDINGS } from "../file-endings.ts";
import { CARD, drawCard, siteCards } from "../files/cards.tsx";
import { tableCsv, tableJson } from "../files/tables.ts";
import { downloadsOf } from "../files/downloads.ts";
import { atomFeed, changesFeed, jsonFeed, topicFeed } from "../files/feeds.ts";
import { frontBody, readFront } from "../front.ts";
import { renderPng } from "../files/pictures.ts";
import { isReserved } from "../routes.ts";
import { openSearch, searchRecords, searchStarters, spellings } from "../search/records.ts";
import { absolute, to, TOPICS } from "../site.ts";
import { SITE_CSS, SITE_CSS_NAME } from "../styles/site-css.ts";
import { filterCounts, filterCss, timelineFilters } from "../views/timeline-filters.ts";

// Files other than pages, each with its media type, except llms.txt and the manifest. There is a route for each
// ending: without one the development server requires a slash at the end.

type Content = string | Uint8Array<ArrayBuffer>;
type SiteFile = readonly [path: string, type: string, content: () => Content | Promise<Content>];

const JSON_TYPE = "application/json";
const CSS = "text/css; charset=utf-8";
const PNG = "image/png";
const root = absolute("/");
const { charts, embeds, glossary, ledger, tables } = site;

const feeds = [changesFeed(site.changes), ...TOPICS.map((topic) => topicFeed(ledger, topic))];

const FILES: readonly SiteFile[] = [
  // Everything may be read by anybody. Robots ask for this file at the root of a host only: under a base path it serves
  // those who are told of it.
  [
    "robots.txt",
    "text/plain; charset=utf-8",
    () => `User-agent: *\nAllow: /\n\nSitemap: ${absolute("/sitemap-index.xml")}\n`,
  ],
  [
    "opensearch.xml",
    "application/opensearchdescription+xml",
    () => openSearch(absolute("/search/"), absolute("/favicon.svg")),
  ],
  ["embed.js", "text/javascript; charset=utf-8", () => embedScript(root)],
  ...feeds.flatMap((feed): SiteFile[] => [
    [`${feed.path.slice(1)}.xml`, "application/atom+xml; charset=utf-8", () => atomFeed(feed)],
    [`${feed.path.slice(1)}.json`, "application/feed+json", () => jsonFeed(feed)],
  ]),
  ...tables.flatMap((table): SiteFile[] => [
    [`data/${table.name}.csv`, "text/csv; charset=utf-8", () => tableCsv(table)],
    [`data/${table.name}.json`, JSON_TYPE, () => tableJson(table)],
  ]),
  ...embeds.flatMap((embed): SiteFile[] => {
    return [
      [
        `oembed/${embed.id}.json`,
        "application/json; charset=utf-8",
        () => JSON.stringify(oEmbed(embedFacts(embed)), null, 1),
      ],
      ...downloadsOf(embed).map(({ suffix, type, content }): SiteFile => [
        embed.files.slice(1) + suffix,
        type,
        () => content(embed),
      ]),
    ];
  }),
  [`assets/${SITE_CSS_NAME}.css`, CSS, () => SITE_CSS],
  // Of their own, not in src/styles: which rules there are depends on what the ledger holds.
  ["timeline/filters.css", CSS, () => filterCss(timelineFilters(ledger), filterCounts(ledger))],
  // The build passes it to the index and removes it from the site.
  ["search/records.json", JSON_TYPE, () => JSON.stringify(searchRecords(ledger, charts, glossary))],
  [
    "search/spellings.json",
    JSON_TYPE,
    async () => JSON.stringify(spellings(ledger, charts, glossary, await questionHeadings())),
  ],
  [
    "search/starters.json",
    JSON_TYPE,
    async () => {
      const front = readFront();
      const headings = (await questionHeadings()).filter(({ href }) =>
        href.startsWith(to(`/${front.explainer}/`)),
      );
      return JSON.stringify(searchStarters(ledger, front.redlines, headings));
    },
  ],
];

export async function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const explainers = (await explainersInOrder()).map(({ id, data, body = "" }) => ({ ...data, id, body }));
  const notes = [
    { path: "", body: frontBody(readFront()) },
    ...explainers.map(({ id, body }) => ({ path: `${id}/`, body })),
  ].map(({ path, body }): SiteFile => [
    `${path}notes.json`,
    JSON_TYPE,
    () => JSON.stringify(notesOf(ledger, glossary, body, pageReceipts(ledger, body))),
  ]);
  const cards = [...siteCards(ledger, site.through, explainers, charts)].map(([name, text]): SiteFile => [
    `cards/${name}.png`,
    PNG,
    () => renderPng(drawCard(text), CARD.width),
  ]);
  const ending = routePattern.slice(routePattern.lastIndexOf("."));
  return [...FILES, ...notes, ...cards].flatMap(([file, type, content]) => {
    const [folder = "", inside] = file.split("/");
    if (inside && !isReserved(folder) && !explainers.some(({ id }) => id === folder))
      throw new Error(
        `an explainer may take the path of ${file}: add \`${folder}\` to FOLDERS in src/routes.ts`,
      );
    if (!ENDINGS.some((known) => file.endsWith(`.${known}`)))
      throw new Error(`${file} would not be built: add its ending to src/file-endings.ts`);
    return file.endsWith(ending)
      ? { params: { file: file.slice(0, -ending.length) }, props: { type, content } }
      : [];
  });
}

export const GET: APIRoute<{ type: string; content: SiteFile[2] }> = async ({ props: { type, content } }) =>
  new Response(await content(), { headers: { "content-type": type } });
