import type { APIRoute } from "astro";
import { feeds } from "../content/content.ts";
import { atomFeed, type SiteFeed } from "../files/feeds.tsx";

// /feed.xml has the changes of the site, /feeds/<topic>.xml the events of a topic; each is there if it has an entry.
export const getStaticPaths = () =>
  feeds.map((feed) => ({ params: { feed: feed.path.slice(1) }, props: feed }));

export const GET: APIRoute<SiteFeed> = ({ props }) => new Response(atomFeed(props));
