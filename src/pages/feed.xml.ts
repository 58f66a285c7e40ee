import type { APIRoute } from "astro";
import { atomFeed } from "../feed/atom.ts";
import { changesFeed } from "../feed/site-feeds.ts";

export const GET: APIRoute = () =>
  new Response(atomFeed(changesFeed()), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
