import type { APIRoute } from "astro";
import { type CollectionEntry, getCollection } from "astro:content";
import { glossary, ledger } from "../../content.ts";
import { notesOf } from "../../explainers/notes.ts";
import { pageReceipts } from "../../explainers/signs.ts";

export async function getStaticPaths() {
  const explainers = await getCollection("explainers");
  return explainers.map((explainer) => ({ params: { explainer: explainer.id }, props: { explainer } }));
}

export const GET: APIRoute<{ explainer: CollectionEntry<"explainers"> }> = ({ props: { explainer } }) => {
  const body = explainer.body ?? "";
  return Response.json(notesOf(ledger, glossary, body, pageReceipts(ledger, body)));
};
