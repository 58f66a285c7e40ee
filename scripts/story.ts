import { CONTENT_DIR } from "../src/settings.ts";
import { textsOf } from "../src/ledger/alignments.ts";
import { getSite, siteIds } from "../src/site.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import type { Passage, Text } from "../src/ledger/texts.ts";
import { normalizeWord, splitWords } from "../src/ledger/words.ts";

/** Least likeness, from 0 to 1, of two passages of which one became the other. */
const MIN_LIKENESS = 0.2;
/** A match at least so near to the best of a passage is proposed too: the passage was split or merged. */
const CLOSE_SHARE = 0.75;

type Words = Pick<Passage, "number" | "words">;

export interface ProposedRow {
  from: string[];
  to: string[];
  /** Of the first later passage to its best match; 0 if one side is empty. */
  likeness: number;
}

/**
 * Proposes which passages became which, by the words and word pairs that they share (TF-IDF), in the order of the
 * later text: for each passage its best match, and those close to it.
 */
export function proposeAlignments(before: readonly Words[], after: readonly Words[]): ProposedRow[] {
  const vectors = vectorsOf([...before, ...after]);
  const likeness = after.map((_, j) => before.map((_, i) => cosine(vectors[i], vectors[before.length + j])));
  const bestOf = (i: number) => Math.max(...likeness.map((row) => row[i] ?? 0));
  const rows: ProposedRow[] = [];
  after.forEach(({ number }, j) => {
    const row = likeness[j] ?? [];
    const best = Math.max(...row);
    const isMatch = (score: number, i: number) =>
      score >= MIN_LIKENESS && (score >= best * CLOSE_SHARE || score === bestOf(i));
    const from = before.filter((_, i) => isMatch(row[i] ?? 0, i)).map((passage) => passage.number);
    const known = rows.find((other) => from.length > 0 && other.from.join() === from.join());
    if (known) known.to.push(number);
    else rows.push({ from, to: [number], likeness: from.length > 0 ? best : 0 });
  });
  const found = new Set(rows.flatMap(({ from }) => from));
  const dropped = before.filter(({ number }) => !found.has(number));
  return [...rows, ...dropped.map(({ number }) => ({ from: [number], to: [], likeness: 0 }))];
}

function vectorsOf(passages: readonly Words[]): Map<string, number>[] {
  const terms = passages.map(({ words }) => {
    const plain = splitWords(words).map(normalizeWord);
    return [...plain, ...plain.slice(1).map((word, i) => `${plain[i] ?? ""} ${word}`)];
  });
  const counts = countTerms(terms.flatMap((list) => [...new Set(list)]));
  const weight = (term: string) => Math.log(passages.length / (counts.get(term) ?? 1));
  return terms.map(
    (list) => new Map([...countTerms(list)].map(([term, count]) => [term, count * weight(term)])),
  );
}

function countTerms(terms: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(terms, (term) => term)].map(([term, found]) => [term, found.length]));
}

function cosine(
  a: ReadonlyMap<string, number> = new Map(),
  b: ReadonlyMap<string, number> = new Map(),
): number {
  const sum = [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0);
  return sum && sum / (Math.hypot(...a.values()) * Math.hypot(...b.values()));
}

/** Rows to paste into alignments.yaml. Nothing is proposed as dropped or new where the other text is held in part. */
function yamlOf(before: Text, after: Text): string {
  const list = (numbers: readonly string[]) => `[${numbers.map((number) => `'${number}'`).join(", ")}]`;
  return proposeAlignments(before.passages, after.passages)
    .filter(
      ({ from, to }) =>
        (to.length > 0 || after.extent === "whole") && (from.length > 0 || before.extent === "whole"),
    )
    .map(
      ({ from, to, likeness }) =>
        `- { drafts: [${before.draft}, ${after.draft}], from: ${list(from)}, to: ${list(to)} } # ${likeness.toFixed(2)}`,
    )
    .join("\n");
}

if (import.meta.main) {
  const [command, ...drafts] = process.argv.slice(2);
  const { ledger } = inspectLedger(`${CONTENT_DIR}/ledger`, siteIds(getSite()));
  const [before, after] = drafts.map((draft) => textsOf(ledger, draft)[0]);
  if (command === "align" && before && after) console.log(yamlOf(before, after));
  else {
    console.error(
      "usage: npm run story -- align <earlier> <later>: ids of two drafts that have a file in texts/",
    );
    process.exitCode = 1;
  }
}
