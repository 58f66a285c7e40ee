/**
 * Text as search sees it, in the index and in the query alike: straight apostrophes, ligatures taken apart, digits that
 * are grouped by spaces joined, hard spaces made soft, “90 billion” as “90bn”. What readers see stays as it is.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\u2019\u02bc\u2018]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/Œ/g, "Oe")
    .replace(/æ/g, "ae")
    .replace(/Æ/g, "Ae")
    .replace(/(?<=\d)[\u00a0\u2009\u202f ](?=\d{3}(?!\d))/g, "")
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/\u2011/g, "-")
    .replace(/(\d) (?:billion|bn)\b/gi, "$1bn")
    .replace(/(\d) (?:million|mn)\b/gi, "$1m");
}
