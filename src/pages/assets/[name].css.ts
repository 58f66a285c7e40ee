import type { APIRoute } from "astro";
import { SITE_CSS, SITE_CSS_NAME } from "../../styles/site-css.ts";

export const getStaticPaths = () => [{ params: { name: SITE_CSS_NAME } }];

export const GET: APIRoute = () =>
  new Response(SITE_CSS, { headers: { "content-type": "text/css; charset=utf-8" } });
