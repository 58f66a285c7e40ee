import { type CollectionEntry, getCollection, render } from "astro:content";
import { to } from "../routes.ts";
import { site } from "../site.ts";

/** Every explainer in the order of the navigation, by `order` and then by id. */
export async function explainersInOrder() {
  return (await getCollection("explainers")).sort(
    (a, b) => a.data.order - b.data.order || (a.id < b.id ? -1 : 1),
  );
}

const WORDS_PER_MINUTE = 240;

/** How many minutes it takes to read a text in MDX. */
export function readingMinutes(body: string): number {
  return Math.ceil(body.replace(/<[^>]*>/g, " ").split(/\s+/).length / WORDS_PER_MINUTE);
}

/** What an explainer is called where its title is too long: the name of its story, if it tells the whole of one. */
export function explainerName({ id, data }: Pick<CollectionEntry<"explainers">, "id" | "data">): string {
  return site.topics.find(({ explainer }) => explainer === id)?.name ?? data.name ?? data.title;
}

/** A heading of an explainer that asks a question, and its address. */
export interface QuestionHeading {
  title: string;
  href: string;
}

/** The questions that explainers answer, by explainer, in reading order. */
export async function questionHeadings(): Promise<QuestionHeading[]> {
  const pages = (await getCollection("explainers")).map(async (explainer) =>
    (await render(explainer)).headings
      .filter(({ text }) => text.endsWith("?"))
      .map(({ text, slug }) => ({ title: text, href: to(`/${explainer.id}/#${slug}`) })),
  );
  return (await Promise.all(pages)).flat();
}
