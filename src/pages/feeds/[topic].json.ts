import type { APIRoute } from "astro";
import { jsonFeed } from "../../feed/json-feed.ts";
import { topicFeed, TOPICS } from "../../feed/site-feeds.ts";

export const getStaticPaths = () => TOPICS.map((topic) => ({ params: { topic } }));

export const GET: APIRoute<Record<string, never>, { topic: (typeof TOPICS)[number] }> = ({ params }) =>
  new Response(jsonFeed(topicFeed(params.topic)), { headers: { "content-type": "application/feed+json" } });
