import type { APIRoute } from "astro";
import { type CollectionEntry, getCollection } from "astro:content";
import { changes, charts, glossary, ledger, tablesOfTexts, through } from "../content.ts";
import { explainerMarkdown } from "../explainers/markdown.ts";
import { pageDates } from "../meta/page-dates.ts";
import { absolute } from "../site.ts";

export async function getStaticPaths() {
  const explainers = await getCollection("explainers");
  return explainers.map((explainer) => ({ params: { explainer: explainer.id }, props: { explainer } }));
}

export const GET: APIRoute<{ explainer: CollectionEntry<"explainers"> }> = ({ props: { explainer } }) => {
  const { title, description } = explainer.data;
  const { modified } = pageDates(`/${explainer.id}/`, changes, through);
  const text = explainerMarkdown(
    { id: explainer.id, title, description, modified, body: explainer.body ?? "" },
    { ledger, glossary, charts, tables: tablesOfTexts, address: absolute },
  );
  return new Response(text, { headers: { "content-type": "text/markdown; charset=utf-8" } });
};
