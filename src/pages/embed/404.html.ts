import { missingEmbed } from "../../embed/page.ts";

export const GET = () =>
  new Response(missingEmbed(), { headers: { "content-type": "text/html; charset=utf-8" } });
