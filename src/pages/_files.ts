import type { APIRoute, GetStaticPathsOptions } from "astro";
import { charts, embeds, feeds, glossary, ledger, tables } from "../content/content.ts";
import { oEmbed } from "../embed/codes.ts";
import { embedFacts, embedScript } from "../embed/embed.ts";
import { explainersInOrder, questionHeadings } from "../texts/in-order.ts";
import { collectNotes, collectCitations } from "../texts/citations.ts";
import { CARD, drawCard, siteCards } from "../files/cards.tsx";
import { downloadsOf } from "../files/downloads.ts";
import { atomFeed, jsonFeed } from "../files/feeds.ts";
import { renderPng } from "../files/pictures.ts";
import { tableCsv, tableJson } from "../files/tables.ts";
import { frontBody, readFront } from "../content/front.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { expectDefined } from "../expect-defined.ts";
import { absoluteUrl, withBase } from "../routes.ts";
import { searchRecords, searchStarters, spellings } from "../search/records.ts";
import { TOPICS } from "../content/site.ts";
import { SITE_CSS, SITE_CSS_NAME } from "../styles/site-css.ts";

// Files other than pages. One route for each ending: without it the development server requires a trailing
// slash.

type Content = string | Uint8Array<ArrayBuffer>;
type SiteFile = readonly [path: string, content: () => Content | Promise<Content>];

const FILES: readonly SiteFile[] = [
  // Robots ask for this file only at the root of a host, so under a base path few find it.
  ["robots.txt", () => `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl("/sitemap-index.xml")}\n`],
  ["embed.js", embedScript],
  ...feeds.flatMap((feed): SiteFile[] => [
    [`${feed.path.slice(1)}.xml`, () => atomFeed(feed)],
    [`${feed.path.slice(1)}.json`, () => jsonFeed(feed)],
  ]),
  ...tables.flatMap((table): SiteFile[] => [
    [`data/${table.name}.csv`, () => tableCsv(table)],
    [`data/${table.name}.json`, () => tableJson(table)],
  ]),
  ...embeds.flatMap((embed): SiteFile[] => [
    [`oembed/${embed.id}.json`, () => JSON.stringify(oEmbed(embedFacts(embed)))],
    ...downloadsOf(embed).map(({ suffix, content }): SiteFile => [
      embed.files.slice(1) + suffix,
      () => content(embed),
    ]),
  ]),
  [`assets/${SITE_CSS_NAME}.css`, () => SITE_CSS],
  // Hides events of other topics, and periods without an event of the topic. Topics depend on the content.
  [
    "timeline/filters.css",
    () =>
      TOPICS.map(
        (topic) =>
          `.timeline:has(#topic_${topic}:checked) :is(.event:not(.topic_${topic}),.period:not(:has(.topic_${topic}))){display:none}`,
      ).join("\n"),
  ],
  // The build passes this file to the search index and then removes it.
  ["search/records.json", () => JSON.stringify(searchRecords(ledger, charts, glossary))],
  [
    "search/spellings.json",
    async () => JSON.stringify(spellings(ledger, charts, glossary, await questionHeadings())),
  ],
  [
    "search/starters.json",
    async () => {
      const { explainer, redlines } = readFront();
      const headings = (await questionHeadings()).filter(({ href }) =>
        href.startsWith(withBase(`/${explainer}/`)),
      );
      return JSON.stringify(searchStarters(ledger, redlines, headings));
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
    () => JSON.stringify(collectNotes(collectCitations(ledger, body))),
  ]);
  const cards = siteCards(explainers).map((card): SiteFile => [
    `cards/${card.name}.png`,
    () => renderPng(drawCard(card), CARD.width),
  ]);
  const ending = routePattern.slice(routePattern.lastIndexOf("."));
  return [...FILES, ...notes, ...cards].flatMap(([file, content]) => {
    const type = expectDefined(MEDIA_TYPES[file.slice(file.lastIndexOf(".") + 1)], `media type for ${file}`);
    return file.endsWith(ending)
      ? { params: { file: file.slice(0, -ending.length) }, props: { type, content } }
      : [];
  });
}

export const GET: APIRoute<{ type: string; content: SiteFile[1] }> = async ({ props: { type, content } }) =>
  new Response(await content(), { headers: { "content-type": type } });
