import type { APIRoute } from "astro";
import { feeds } from "../content/content.ts";
import { atomFeed, type SiteFeed } from "../files/feeds.tsx";

export const getStaticPaths = () =>
  feeds.map((feed) => ({ params: { feed: feed.path.slice(1) }, props: feed }));

export const GET: APIRoute<SiteFeed> = ({ props }) => new Response(atomFeed(props));
