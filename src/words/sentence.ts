/** A link in a sentence; `to` is a path of this site, an address or `#anchor`. */
export interface SentenceLink {
  text: string;
  to: string;
  /** What it is called where its words alone do not say it. */
  label?: string;
  rel?: "license";
}

/** A sentence with links, its parts in reading order: `<Sentence of={…} />` writes it. */
export type Sentence = readonly (string | SentenceLink)[];
