import type { APIRoute } from "astro";
import { jsonFeed } from "../feed/json-feed.ts";
import { changesFeed } from "../feed/site-feeds.ts";

export const GET: APIRoute = () =>
  new Response(jsonFeed(changesFeed()), { headers: { "content-type": "application/feed+json" } });
