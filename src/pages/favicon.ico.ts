import type { APIRoute } from "astro";
import { iconIco } from "../meta/icon.ts";

export const GET: APIRoute = () =>
  new Response(new Uint8Array(iconIco()), { headers: { "content-type": "image/x-icon" } });
