import type { APIRoute } from "astro";
import { ledger } from "../../content/content.ts";
import { getSiteCss, nameSiteCss } from "../../styles/site-css.ts";

export const getStaticPaths = () => [{ params: { name: nameSiteCss(ledger.drafts.length) } }];

export const GET: APIRoute = () =>
  new Response(getSiteCss(ledger.drafts.length), { headers: { "content-type": "text/css; charset=utf-8" } });
