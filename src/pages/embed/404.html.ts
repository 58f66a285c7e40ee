import type { APIRoute } from "astro";
import { missingEmbed } from "../../embed/page.ts";

export const GET: APIRoute = () =>
  new Response(missingEmbed(), { headers: { "content-type": "text/html; charset=utf-8" } });
