import type { APIRoute } from "astro";
import { charts } from "../content.ts";
import { hostScript } from "../embed/host-script.ts";
import { absolute } from "../site.ts";

export const GET: APIRoute = () =>
  new Response(hostScript(charts, absolute("/")), { headers: { "content-type": "text/javascript; charset=utf-8" } });
