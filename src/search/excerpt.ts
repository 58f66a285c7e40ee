/** Text in pieces, plain and found in turn, plain first: `["the ", "Rafale", " jets"]`. */
export type Excerpt = string[];

/** Takes Pagefind's excerpt apart, whose only markup is `<mark>`. Nothing of it has to be read as HTML by a browser. */
export function takeApart(excerpt: string): Excerpt {
  return excerpt.split(/<\/?mark>/).map((piece) => curl(piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
}

/** Apostrophes as readers see them; the index has straight ones. */
export function curl(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'/gu, "’");
}
