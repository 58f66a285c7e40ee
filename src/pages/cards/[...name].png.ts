import type { APIRoute } from "astro";
import { charts, coveredUntil, ledger } from "../../content/content.ts";
import { CARD, type Card, drawCard, siteCards } from "../../files/cards.tsx";
import { renderPng } from "../../files/pictures.ts";
import { getSite } from "../../site.ts";
import { explainersInOrder } from "../../texts/in-order.ts";

export async function getStaticPaths() {
  const explainers = (await explainersInOrder()).map(({ id, data }) => ({ ...data, id }));
  const leading = getSite().front.questions.map(({ clause }) => clause);
  return siteCards(ledger, charts, explainers, leading).map((card) => ({
    params: { name: card.name },
    props: card,
  }));
}

export const GET: APIRoute<Card> = async ({ props }) =>
  new Response(await renderPng(drawCard(props, coveredUntil), CARD.width));
