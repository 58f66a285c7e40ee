/** Text in pieces, plain and found in turn, plain first: `["the ", "Rafale", " jets"]`. */
export type Excerpt = string[];

/** Takes Pagefind's excerpt apart, whose only markup is `<mark>`. Nothing of it has to be read as HTML by a browser. */
export function takeApart(excerpt: string): Excerpt {
  // Pagefind marks the stop that follows a word with it.
  const words = excerpt.replace(/([.,;:!?)”"]+)<\/mark>/g, "</mark>$1");
  return words.split(/<\/?mark>/).map((piece) => curl(piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
}

/** Apostrophes as readers see them; the index has straight ones. */
export function curl(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'/gu, "’");
}
