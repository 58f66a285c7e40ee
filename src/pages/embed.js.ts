import type { APIRoute } from "astro";
import { hostScript } from "../embed/host-script.ts";
import { absolute } from "../site.ts";

export const GET: APIRoute = () =>
  new Response(hostScript(absolute("/")), { headers: { "content-type": "text/javascript; charset=utf-8" } });
