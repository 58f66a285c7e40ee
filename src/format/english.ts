import { plural } from "./numbers.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A rank, title or initial, whose full stop does not end a sentence. */
const ENDS_WITH_ABBREVIATION =
  /(?:^|[\s(“"‘'])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|vs|cf)\.\s*$/u;
/** “No. 627”. */
const ENDS_WITH_NUMBER_SIGN = /(?:^|\s)Nos?\.\s*$/;

/** Each sentence keeps the space after it. */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1) ?? "";
    if (ENDS_WITH_ABBREVIATION.test(last) || (ENDS_WITH_NUMBER_SIGN.test(last) && /^\d/.test(segment)))
      sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}

/** The first sentences that fit into `limit` characters; always at least one. */
export function wholeSentences(text: string, limit: number): string {
  let kept = "";
  for (const sentence of sentencesIn(text)) {
    if (kept !== "" && (kept + sentence).trimEnd().length > limit) break;
    kept += sentence;
  }
  return kept.trimEnd();
}

/** “According to Reuters.”, with one full stop after a name such as Jr. */
export function accordingTo(name: string): string {
  return `According to ${name.replace(/\.$/, "")}.`;
}

export function endSentence(text: string): string {
  return /[.?!…][”’)]?$/.test(text) ? text : `${text}.`;
}

/** The family name with its particle or suffix (“van der Berg”, “King Jr.”), or the whole name. */
export function familyName(name: string): string {
  return (
    / ((?:(?:von|van|der|den|de|du|la|le|di) )*\S+(?: (?:[JS]r\.|junior|senior))?)$/i.exec(name)?.[1] ?? name
  );
}

const WORDS_PER_MINUTE = 240;

/** “3 minutes”, of a text with tags. */
export function readingTime(body = ""): string {
  const words = body.replace(/<[^>]*>/g, " ").split(/\s+/);
  return plural(Math.ceil(words.length / WORDS_PER_MINUTE), "minute");
}
