import type { APIRoute } from "astro";
import { ledger } from "../../content/content.ts";
import { frontBody, readFront } from "../../content/front.ts";
import { collectCitations, collectNotes } from "../../texts/citations.ts";
import { explainersInOrder } from "../../texts/in-order.ts";

/** For the front page and the explainers, which cite. */
export const getStaticPaths = async () => [
  { params: { page: undefined }, props: { body: frontBody(readFront()) } },
  ...(await explainersInOrder()).map(({ id, body = "" }) => ({ params: { page: id }, props: { body } })),
];

export const GET: APIRoute<{ body: string }> = ({ props: { body } }) =>
  Response.json(collectNotes(ledger, collectCitations(ledger, body)));
