import type { APIRoute } from "astro";
import { jsonFeed, type SiteFeed } from "../files/feeds.ts";

export { getStaticPaths } from "./[...feed].xml.ts";

export const GET: APIRoute<SiteFeed> = ({ props }) =>
  new Response(jsonFeed(props), { headers: { "content-type": "application/json" } });
