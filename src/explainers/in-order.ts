import { type CollectionEntry, getCollection } from "astro:content";
import { site } from "../site.ts";

/** Every explainer in the order of the navigation, by `order` and then by id. */
export async function explainersInOrder() {
  return (await getCollection("explainers")).sort(
    (a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1),
  );
}

/** What an explainer is called where its title is too long: the name of its story, if it tells the whole of one. */
export function explainerName({ id, data }: Pick<CollectionEntry<"explainers">, "id" | "data">): string {
  return site.topics.find(({ explainer }) => explainer === id)?.name ?? data.name ?? data.title;
}
