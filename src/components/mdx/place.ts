/** Where the rendering of a page has come to; kept with the request, as each page is one. */
interface Place {
  section?: string;
  paragraphs?: number;
}

/** Paragraphs count from here on. */
export function beginSection(locals: object, id: string): void {
  Object.assign(locals, { section: id, paragraphs: 0 } satisfies Place);
}

/** Address of the next paragraph, from its place in its section: `how-it-began-p3`; `p1` before the first heading. */
export function nextParagraph(locals: object): string {
  const place: Place = locals;
  place.paragraphs = (place.paragraphs ?? 0) + 1;
  return `${place.section ? `${place.section}-` : ""}p${place.paragraphs}`;
}
