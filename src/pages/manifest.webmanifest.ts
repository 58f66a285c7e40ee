import type { APIRoute } from "astro";
import { token } from "../files/flatten-css.ts";
import { SITE_DESCRIPTION, SITE_NAME, to } from "../site.ts";

export const GET: APIRoute = () => {
  const manifest = {
    name: SITE_NAME,
    short_name: SITE_NAME,
    description: SITE_DESCRIPTION,
    lang: "en",
    id: to("/"),
    start_url: to("/"),
    scope: to("/"),
    display: "minimal-ui",
    theme_color: token("paper").light,
    background_color: token("paper").light,
    icons: [
      { src: to("/icons/192.png"), sizes: "192x192", type: "image/png" },
      { src: to("/icons/512.png"), sizes: "512x512", type: "image/png" },
      { src: to("/icons/maskable.png"), sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: to("/favicon.svg"), sizes: "any", type: "image/svg+xml" },
    ],
  };
  return new Response(JSON.stringify(manifest, null, 1), {
    headers: { "content-type": "application/manifest+json" },
  });
};
