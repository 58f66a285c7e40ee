import type { APIRoute } from "astro";
import { atomFeed } from "../../feed/atom.ts";
import { topicFeed } from "../../feed/site-feeds.ts";
import { type Topic, TOPICS } from "../../site.ts";

export const getStaticPaths = () => TOPICS.map((topic) => ({ params: { topic } }));

export const GET: APIRoute<Record<string, never>, { topic: Topic }> = ({ params }) =>
  new Response(atomFeed(topicFeed(params.topic)), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
