import type { APIRoute } from "astro";
import { charts, glossary, ledger } from "../../content/content.ts";
import { withBase } from "../../routes.ts";
import { searchRecords, searchStarters, spellings } from "../../search/records.ts";
import { getSite } from "../../site.ts";
import { questionHeadings } from "../../texts/in-order.ts";

async function starters() {
  const { explainer, questions } = getSite().front;
  const headings = (await questionHeadings()).filter(({ href }) =>
    href.startsWith(withBase(`/${explainer}/`)),
  );
  return searchStarters(
    ledger,
    questions.map(({ clause }) => clause),
    headings,
  );
}

const PARTS: Readonly<Record<string, () => unknown>> = {
  // The build passes this file to the search index and then removes it.
  records: () => searchRecords(ledger, charts, glossary),
  spellings: async () => spellings(ledger, charts, glossary, await questionHeadings()),
  starters,
};

export const getStaticPaths = () => Object.keys(PARTS).map((part) => ({ params: { part } }));

export const GET: APIRoute = async ({ params: { part = "" } }) => Response.json(await PARTS[part]?.());
