import type { APIRoute } from "astro";
import { ledger } from "../../content/content.ts";
import { frontBody } from "../../site.ts";
import { collectCitations, collectNotes } from "../../texts/citations.ts";
import { explainersInOrder } from "../../texts/in-order.ts";

/** For the front page and the explainers, which cite. */
export const getStaticPaths = async () => [
  { params: { page: undefined }, props: { body: frontBody() } },
  ...(await explainersInOrder()).map(({ id, body = "" }) => ({ params: { page: id }, props: { body } })),
];

/** A reader waits for the whole file with the first tap. */
const MAX_BYTES = 80 * 1024;

export const GET: APIRoute<{ body: string }> = ({ props: { body }, url }) => {
  const notes = JSON.stringify(collectNotes(ledger, collectCitations(ledger, body)));
  const bytes = Buffer.byteLength(notes);
  if (bytes > MAX_BYTES)
    throw new Error(
      `${url.pathname} has ${bytes} bytes, at most ${MAX_BYTES}; fix: cite fewer rows on that page, or divide it`,
    );
  return new Response(notes, { headers: { "content-type": "application/json" } });
};
