const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** The first sentences of a text that together have no more than `limit` characters; at least the first, however long. */
export function wholeSentences(text: string, limit: number): string {
  const ends = [...sentences.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length);
  return text.slice(0, ends.findLast((end) => end <= limit) ?? ends[0]);
}
