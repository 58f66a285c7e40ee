/** Where the rendering of a page has come to; kept with the request, as each page is one. */
interface Place {
  section?: string;
  paragraphs?: number;
}

/** What the page of an explainer leaves with its request for the headings of the text: each with its level. */
export interface ExplainerLocals {
  headings: readonly { slug: string; depth: number }[];
}

/** Paragraphs count from here on. Returns the element of the heading that begins the section; throws if the text has none of that id. */
export function beginSection(locals: ExplainerLocals, id: string): "h2" | "h3" {
  Object.assign(locals, { section: id, paragraphs: 0 } satisfies Place);
  const heading = locals.headings.find(({ slug }) => slug === id);
  if (!heading)
    throw new Error(
      `the text has no heading \`${id}\`; expected one of those that its page has left with the request`,
    );
  return heading.depth === 2 ? "h2" : "h3";
}

/** Address of the next paragraph, from its place in its section: `how-it-began-p3`; `p1` before the first heading. */
export function nextParagraph(locals: object): string {
  const place: Place = locals;
  place.paragraphs = (place.paragraphs ?? 0) + 1;
  return `${place.section ? `${place.section}-` : ""}p${place.paragraphs}`;
}
