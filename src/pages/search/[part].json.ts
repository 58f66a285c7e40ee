import { existsSync } from "node:fs";
import type { APIRoute } from "astro";
import { z } from "zod";
import { charts, draftPairs, glossary, hasPage, ledger } from "../../content/content.ts";
import { hrefs, type Route, type RouteName, ROUTES, withBase, withoutBase } from "../../routes.ts";
import type { Draft } from "../../ledger/ledger.ts";
import { comparisonTitle } from "../../phrases/answers.ts";
import type { Named } from "../../search/names.ts";
import { namesOf, searchRecords, type SearchRecord, spellings } from "../../search/records.ts";
import { CONTENT_DIR } from "../../settings.ts";
import { getSite, pageName } from "../../site.ts";
import { explainerName, explainersInOrder, questionHeadings } from "../../texts/in-order.ts";
import { line } from "../../yaml/fields.ts";
import { readYaml } from "../../yaml/yaml-file.ts";

/** `search/words.yaml`: what readers say for the words of the story, and call its pages. */
const wordsSchema = z.strictObject({
  synonyms: z.array(z.array(line).min(2)).default([]),
  also: z.record(z.string().startsWith("/"), z.array(line)).default({}),
});

/** Pages that list others, or are about the site, are found by their names alone. */
const overviews = (Object.entries(ROUTES) as [RouteName, Route][])
  .filter(([id, { name, noindex }]) => name !== undefined && !noindex && hasPage(id))
  .map(([id, { path }]): SearchRecord => ({ url: path, title: pageName(id), text: "", kind: "Overview" }));

/** Comparisons are found by the names of both drafts. */
const urlOf = ([before, after]: (typeof draftPairs)[number]) =>
  withoutBase(hrefs.compare(before.id, after.id));
const comparisons = draftPairs.map((pair): SearchRecord => ({
  url: urlOf(pair),
  title: comparisonTitle(pair),
  text: "",
  kind: "Comparison",
}));

async function names() {
  const path = `${CONTENT_DIR}/search/words.yaml`;
  const { synonyms, also } = existsSync(path) ? readYaml(path, wordsSchema) : wordsSchema.parse({});
  const articles = (await explainersInOrder()).map((explainer) => ({
    title: explainer.data.title,
    name: explainerName(explainer),
    href: withBase(`/${explainer.id}/`),
  }));
  const asked = new Set(ledger.reasons.map(({ question }) => question));
  const reasons = getSite()
    .reader_questions.filter(({ id }) => asked.has(id))
    .map(({ id, text }) => ({ title: text, href: hrefs.reason(`question_${id}`) }));
  const headings = [...articles, ...(await questionHeadings()), ...reasons];
  const names = {
    ...namesOf(ledger, charts, glossary, headings, also),
    ...Object.fromEntries(
      overviews.map(({ url, title }): [string, Named] => [
        url,
        { names: [title, ...(also[url] ?? [])], isThing: true },
      ]),
    ),
  };
  const unknown = Object.keys(also).find((url) => !(url in names));
  if (unknown)
    throw new Error(`${path}: nothing of the site is at ${unknown}; correct the address, or delete the line`);
  const urls = Object.keys(names);
  const entryOf = ({ id }: Draft) => urls.indexOf(withoutBase(hrefs.draft(id)));
  for (const pair of draftPairs)
    names[urlOf(pair)] = { names: [], pair: [entryOf(pair[0]), entryOf(pair[1])] };
  const words = new Set(
    Object.values(names).flatMap(({ names }) => names.join(" ").match(/\p{L}{6,}/gu) ?? []),
  );
  const variants = Object.entries(spellings(ledger)).filter(
    ([typed, own]) => typed !== own.toLowerCase() || !words.has(own),
  );
  return { variants: Object.fromEntries(variants), words: [...words].sort().join(" "), names, synonyms };
}

const PARTS: Readonly<Record<string, () => unknown>> = {
  // The build passes this file to the search index and then removes it.
  records: () => [...searchRecords(ledger, charts, glossary), ...overviews, ...comparisons],
  names,
};

export const getStaticPaths = () => Object.keys(PARTS).map((part) => ({ params: { part } }));

export const GET: APIRoute = async ({ params: { part = "" } }) => Response.json(await PARTS[part]?.());
