import type { APIRoute } from "astro";
import { atomFeed } from "../../feed/atom.ts";
import { topicFeed, TOPICS } from "../../feed/site-feeds.ts";

export const getStaticPaths = () => TOPICS.map((topic) => ({ params: { topic } }));

export const GET: APIRoute<Record<string, never>, { topic: (typeof TOPICS)[number] }> = ({ params }) =>
  new Response(atomFeed(topicFeed(params.topic)), { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
