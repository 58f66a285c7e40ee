import type { APIRoute } from "astro";
import { absoluteUrl } from "../routes.ts";

// Robots ask for this file only at the root of a host, so under a base path few find it.
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl("/sitemap-index.xml")}\n`);
