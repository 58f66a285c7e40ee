const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const NAMES = "article|art\\.|amendment|resolution|chapter|part|title|section|sec\\.|point|clause|no\\.|§";
/** “Article 6”, “Section 2.”, “§ 3:”, “No. 4”, “Article the First.” before words or alone. */
const NAMED = new RegExp(
  `^(?<word>${NAMES})\\s*(?:the\\s+)?(?<number>\\d+[a-z]?|[ivxlc]+[ab]?|${ORDINALS.join("|")})(?:[.):]|\\s*[–—-])?(?:\\s+(?<words>.*))?$`,
  "iu",
);
/** “6.”, “10a)”, “1.2.3 ”, “IV.”, “(6)”. */
const NUMBERED =
  /^\(?(?<number>\d+(?:\.\d+)+[a-z]?(?=[.)]?\s)|\d+[a-z]?(?=[.)])|[IVXLC]+(?=\.\s))[.)]*\s+(?<words>.*)$/u;
const LETTERED = /^\(?(?<number>[a-z])\)\s+(?<words>.*)$/u;
/** What may be a number that none of them reads: “Art. IXq. ”. */
const LIKE_A_NUMBER = new RegExp(`^(?i:${NAMES})\\s*[\\dIVXLC]\\S*`, "u");
/** What has such a name has numbered parts of its own. */
const UPPER = /^(?:article|art\.|amendment|chapter|part|title)$/i;
const MAX_HEADING_LENGTH = 80;

interface FoundPassage {
  number: string;
  /** What was taken for the number; empty if the passages were counted. */
  from: string;
  headings: string[];
  words: string;
  /** Beginnings of its lines that may be numbers too. */
  doubtful: string[];
}

/**
 * The number of a part is joined to that of its article (`1.8`), a letter to the number before (`6a`). A text without
 * numbers is divided into paragraphs.
 */
export function findPassages(text: string): FoundPassage[] {
  const found: FoundPassage[] = [];
  const paragraphs: string[] = [];
  let headings: string[] = [];
  let [upper, last, isOpen] = ["", "", false];
  const add = (number: string, from: string, words: string) => {
    found.push({ number, from, headings, words, doubtful: [] });
    headings = [];
  };
  for (const raw of text.replace(/^---\n.*?\n---\n/s, "").split("\n")) {
    const line = raw
      .replace(/^\s*(?:[-*]\s+)?(?:#+\s+)?/, "")
      .replace(/\s+/g, " ")
      .trim();
    const isHeading = /^\s*#/.test(raw);
    if (line === "") {
      isOpen = false;
      continue;
    }
    const named = NAMED.exec(line)?.groups;
    const mark =
      named ?? NUMBERED.exec(isHeading ? `${line}. ` : line)?.groups ?? LETTERED.exec(line)?.groups;
    const passage = found.at(-1);
    if (mark) {
      const { number = "", words = "" } = mark;
      const arabic = /^[a-z]$/.test(number) && !named ? "" : readNumber(number);
      const isUpper = UPPER.test(mark.word ?? "");
      if (arabic === "") add(`${last}${number}`, line.slice(0, 3).trim(), words);
      else {
        if (isUpper) upper = arabic;
        last = !isUpper && upper ? `${upper}.${arabic}` : arabic;
        add(last, line.slice(0, line.length - words.length).trim(), words);
      }
    } else if (isHeading || (!passage && line.length < MAX_HEADING_LENGTH)) headings.push(line);
    else if (passage) {
      passage.words = `${passage.words} ${line}`.trim();
      passage.doubtful.push(...(LIKE_A_NUMBER.exec(line) ?? []));
    } else add("preamble", "", line);
    if (isOpen) paragraphs.push(`${paragraphs.pop() ?? ""} ${line}`);
    else paragraphs.push(line);
    isOpen = true;
  }
  if (!found.some(({ from }) => from))
    return paragraphs.map((words, i) => ({
      number: String(i + 1),
      from: "",
      headings: [],
      words,
      doubtful: [],
    }));
  return joinHeadings(found);
}

/** An article that has parts and no words of its own becomes a heading of the first. */
function joinHeadings(found: readonly FoundPassage[]): FoundPassage[] {
  let carried: string[] = [];
  return found.flatMap((passage) => {
    const headings = [...carried, ...passage.headings];
    carried = passage.words === "" ? [...headings, passage.from] : [];
    return passage.words === "" ? [] : { ...passage, headings };
  });
}

/** What may be a number and was not taken for one, and numbers that are left out. */
export function remarksOn(passages: readonly FoundPassage[]): string[] {
  const doubtful = passages.flatMap(({ number, doubtful }) =>
    doubtful.map(
      (line) =>
        `“${line}” in passage ${number} was not taken for a number: if it is one, write “## ” and the number before it.`,
    ),
  );
  const gaps = passages.flatMap(({ number }, i) => {
    const last = passages[i - 1]?.number ?? "";
    const [before, after] = [last, number].map(
      (number) => /^(?<series>.*?)(?<count>\d+)\D*$/.exec(number)?.groups,
    );
    const isGap = before?.series === after?.series && Number(after?.count) > Number(before?.count) + 1;
    return isGap ? [`After ${last} comes ${number}: is something missing?`] : [];
  });
  return [...doubtful, ...gaps];
}

/** “viii”, “eighth” and “8” are 8; “10a” stays. */
function readNumber(number: string) {
  if (/^\d/.test(number)) return number.toLowerCase();
  const place = ORDINALS.indexOf(number.toLowerCase()) + 1;
  if (place > 0) return String(place);
  const values = (number.toLowerCase().match(/./g) ?? []).map(
    (digit) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[digit] ?? 0,
  );
  const sum = values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
  return `${sum}${/[ab]?$/.exec(number.toLowerCase())?.[0]}`;
}

export function bodyOf(passages: readonly FoundPassage[]): string {
  return passages
    .map(({ number, headings, words }) =>
      [...headings.map((heading) => `# ${heading}`), `## ${number}`, words].join("\n\n"),
    )
    .join("\n\n");
}
