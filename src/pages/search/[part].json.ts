import { existsSync } from "node:fs";
import type { APIRoute } from "astro";
import { z } from "zod";
import { charts, glossary, ledger } from "../../content/content.ts";
import { withBase } from "../../routes.ts";
import { namesOf, searchRecords, spellings } from "../../search/records.ts";
import { CONTENT_DIR } from "../../settings.ts";
import { explainerName, explainersInOrder, questionHeadings } from "../../texts/in-order.ts";
import { line } from "../../yaml/fields.ts";
import { readYaml } from "../../yaml/yaml-file.ts";

/** `search/words.yaml`: what readers say for the words of the story, and call its pages. */
const wordsSchema = z.strictObject({
  synonyms: z.array(z.array(line).min(2)).default([]),
  also: z.record(z.string().startsWith("/"), z.array(line)).default({}),
});

async function names() {
  const path = `${CONTENT_DIR}/search/words.yaml`;
  const { synonyms, also } = existsSync(path) ? readYaml(path, wordsSchema) : wordsSchema.parse({});
  const articles = (await explainersInOrder()).map((explainer) => ({
    title: explainer.data.title,
    name: explainerName(explainer),
    href: withBase(`/${explainer.id}/`),
    about: explainer.data.description,
  }));
  const headings = [...articles, ...(await questionHeadings())];
  const names = namesOf(ledger, charts, glossary, headings, also);
  const words = new Set(
    Object.entries(names).flatMap(([url, { names }]) =>
      url.startsWith("/events/") ? [] : (names.join(" ").match(/\p{L}{6,}/gu) ?? []),
    ),
  );
  const variants = Object.entries(spellings(ledger)).filter(
    ([typed, own]) => typed !== own.toLowerCase() || !words.has(own),
  );
  return { variants: Object.fromEntries(variants), words: [...words].sort().join(" "), names, synonyms };
}

const PARTS: Readonly<Record<string, () => unknown>> = {
  // The build passes this file to the search index and then removes it.
  records: () => searchRecords(ledger, charts, glossary),
  names,
};

export const getStaticPaths = () => Object.keys(PARTS).map((part) => ({ params: { part } }));

export const GET: APIRoute = async ({ params: { part = "" } }) => Response.json(await PARTS[part]?.());
