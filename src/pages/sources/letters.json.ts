import type { APIRoute } from "astro";
import { ledger } from "../../content.ts";
import { publishersByLetter } from "../../ledger/publisher-letters.ts";

/** Ids of the sources of each letter: where an address of the time when all stood on one page leads to. */
export const GET: APIRoute = () => {
  const letters = [...publishersByLetter(ledger)].map(([letter, shelves]) => [
    letter,
    shelves.flatMap(({ sources }) => sources.map(({ id }) => id)),
  ]);
  return new Response(JSON.stringify(Object.fromEntries(letters)), {
    headers: { "content-type": "application/json" },
  });
};
