import { getCollection, render } from "astro:content";
import { to } from "../site.ts";

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
