import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { CARD } from "../../cards/card-path.ts";
import { type Card, cardsOf } from "../../cards/cards.ts";
import { keptPng } from "../../export/png-cache.ts";

export async function getStaticPaths() {
  const explainers = (await getCollection("explainers")).map(
    ({ id, data: { title, description, topic } }) => ({
      id,
      title,
      description,
      topic,
    }),
  );
  return cardsOf(explainers).map((card) => ({ params: { name: card.name }, props: { card } }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await keptPng(props.card.draw(), CARD.width), { headers: { "content-type": "image/png" } });
