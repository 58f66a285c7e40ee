import { getCollection } from "astro:content";
import { TOPICS } from "../site.ts";

/** Every explainer, story by story. */
export async function explainersInOrder() {
  return (await getCollection("explainers")).sort((a, b) => TOPICS.indexOf(a.data.topic) - TOPICS.indexOf(b.data.topic));
}
