import type { APIRoute } from "astro";
import { absolute } from "../site.ts";

// Everything may be read by anybody. Robots ask for this file at the root of a host only: under a base path it serves
// those who are told of it.
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute("/sitemap.xml")}\n`);
