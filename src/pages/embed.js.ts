import type { APIRoute } from "astro";
import { embedScript } from "../embed/embed.ts";

export const GET: APIRoute = () =>
  new Response(embedScript(), { headers: { "content-type": "text/javascript; charset=utf-8" } });
