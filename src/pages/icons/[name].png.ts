import type { APIRoute } from "astro";
import { iconPng, ICONS } from "../../meta/icon.ts";

export const getStaticPaths = () => Object.keys(ICONS).map((name) => ({ params: { name } }));

export const GET: APIRoute<Record<string, never>, { name: string }> = ({ params }) =>
  new Response(new Uint8Array(iconPng(params.name)), { headers: { "content-type": "image/png" } });
