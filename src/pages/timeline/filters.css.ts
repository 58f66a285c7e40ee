import type { APIRoute } from "astro";
import { getTopics } from "../../site.ts";

/** Hides events of other topics, and periods without an event of the topic. Topics depend on the content. */
const RULES = getTopics().map(
  (topic) =>
    `.timeline:has(#topic_${topic}:checked) :is(.event:not(.topic_${topic}),.period:not(:has(.topic_${topic}))){display:none}`,
);

export const GET: APIRoute = () =>
  new Response(RULES.join("\n"), { headers: { "content-type": "text/css; charset=utf-8" } });
