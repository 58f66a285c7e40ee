import { type CollectionEntry, getCollection, render } from "astro:content";
import { withBase } from "../routes.ts";
import { getSite, getTopics } from "../site.ts";

/** By `order`, then as the topics, then by id; those with `draft: true` in the development server alone. */
export async function explainersInOrder() {
  const shown = await getCollection("explainers", ({ data }) => import.meta.env.DEV || !data.draft);
  const place = ({ data }: (typeof shown)[number]) => getTopics().indexOf(data.topic);
  return shown.sort((a, b) => a.data.order - b.data.order || place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Name of the topic if the explainer covers the whole of it, else the title. */
export function explainerName({ id, data }: Pick<CollectionEntry<"explainers">, "id" | "data">): string {
  return getSite().topics.find(({ explainer }) => explainer === id)?.name ?? data.title;
}

export interface QuestionHeading {
  title: string;
  href: string;
}

export async function questionHeadings(): Promise<QuestionHeading[]> {
  const pages = (await explainersInOrder()).map(async (explainer) =>
    (await render(explainer)).headings
      .filter(({ text }) => text.endsWith("?"))
      .map(({ text, slug }) => ({ title: text, href: withBase(`/${explainer.id}/#${slug}`) })),
  );
  return (await Promise.all(pages)).flat();
}
