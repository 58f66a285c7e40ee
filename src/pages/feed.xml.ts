import type { APIRoute } from "astro";
import { changes } from "../content.ts";
import { atomFeed } from "../feed/atom.ts";
import { absolute, SITE_NAME } from "../site.ts";

export const GET: APIRoute = () => {
  const feed = atomFeed(changes, {
    title: `${SITE_NAME}: changes and corrections`,
    subtitle: "What was added, changed or corrected on the site, latest first.",
    author: SITE_NAME,
    rights: "CC BY 4.0",
    home: absolute("/changes/"),
    self: absolute("/feed.xml"),
    page: absolute,
  });
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
