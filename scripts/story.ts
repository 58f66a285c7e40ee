import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { parse, stringify } from "yaml";
import { getOrInsert, nth } from "../src/expect-defined.ts";
import { capitalize, plural } from "../src/format/numbers.ts";
import { nearestHeldDrafts, textsOf } from "../src/ledger/alignments.ts";
import type { Ledger } from "../src/ledger/ledger.ts";
import { findMissingAnswers } from "../src/ledger/lookup.ts";
import { inspectLedger } from "../src/ledger/read-ledger.ts";
import type { Passage, Text } from "../src/ledger/texts.ts";
import { absenceText } from "../src/phrases/answers.ts";
import { findUnquotedNumbers } from "../src/texts/check-figures.ts";
import { normalizeWord, splitWords } from "../src/ledger/words.ts";
import { CONTENT_DIR } from "../src/settings.ts";
import { getSite, siteIds } from "../src/site.ts";
import { fileName, formatProblem } from "../src/yaml/yaml-file.ts";
import { askFor } from "./ask.ts";
import { beginStory } from "./new-story.ts";
import { bodyOf, findPassages, remarksOn } from "./passages.ts";

/** Least likeness, from 0 to 1, of two passages of which one became the other. */
const MIN_LIKENESS = 0.2;
/** A match at least so near to the best of a passage is proposed too: the passage was split or merged. */
const CLOSE_SHARE = 0.75;
/** A pair that is less alike is proposed if it is so many times as alike as any other of the two passages. */
const LONE = { minLikeness: 0.1, times: 2 };

type Words = Pick<Passage, "number" | "words">;

interface ProposedRow {
  from: string[];
  to: string[];
  /** Of the first later passage to its best match; 0 if one side is empty. */
  likeness: number;
}

/**
 * By the words and word pairs that they share (TF-IDF), in the order of the later text: for each passage its best
 * match, and those close to it.
 */
export function proposeAlignments(before: readonly Words[], after: readonly Words[]): ProposedRow[] {
  const vectors = vectorsOf([...before, ...after]);
  const likeness = after.map((_, j) => before.map((_, i) => cosine(vectors[i], vectors[before.length + j])));
  const bestOf = (i: number) => Math.max(...likeness.map((row) => row[i] ?? 0));
  const isLone = (score: number, i: number, j: number) =>
    score >= LONE.minLikeness &&
    likeness.every((row, b) =>
      row.every((rival, a) => (a === i) === (b === j) || score >= LONE.times * rival),
    );
  const rows: ProposedRow[] = [];
  after.forEach(({ number }, j) => {
    const row = likeness[j] ?? [];
    const best = Math.max(...row);
    const isMatch = (score: number, i: number) =>
      (score >= MIN_LIKENESS && (score >= best * CLOSE_SHARE || score === bestOf(i))) || isLone(score, i, j);
    const from = before.filter((_, i) => isMatch(row[i] ?? 0, i)).map((passage) => passage.number);
    const known = rows.find((other) => from.length > 0 && other.from.join() === from.join());
    if (known) known.to.push(number);
    else rows.push({ from, to: [number], likeness: from.length > 0 ? best : 0 });
  });
  const found = new Set(rows.flatMap(({ from }) => from));
  const dropped = before.filter(({ number }) => !found.has(number));
  return [...rows, ...dropped.map(({ number }) => ({ from: [number], to: [], likeness: 0 }))];
}

function vectorsOf(passages: readonly Words[]) {
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

function countTerms(terms: readonly string[]) {
  return new Map([...Map.groupBy(terms, (term) => term)].map(([term, found]) => [term, found.length]));
}

function cosine(a: ReadonlyMap<string, number> = new Map(), b: ReadonlyMap<string, number> = new Map()) {
  const sum = [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0);
  return sum && sum / (Math.hypot(...a.values()) * Math.hypot(...b.values()));
}

/** Nothing is proposed as dropped or new where the other text is held in part. */
function yamlOf(before: Text, after: Text) {
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

const USAGE = `npm run story -- …
  new                            begins a story (npm run new installs first)
  passages <file> --draft=<id>   a text in Markdown or plain text becomes texts/<id>.md, with its numbers as anchors
  align <earlier> <later>        proposes which passages of two held texts became which
  missing                        clauses that a draft does not answer, with the row to paste
  numbers                        numbers in digits that a statement has and no quoted words of its sources`;

const COMMANDS: Readonly<Record<string, (args: string[]) => void | Promise<void>>> = {
  align([earlier = "", later = ""]) {
    const { ledger } = readStory();
    const [before, after] = [earlier, later].map((draft) => textsOf(ledger, draft)[0]);
    if (!before || !after)
      throw new Error(`align needs the ids of two drafts that have a file in texts/; fix: ${USAGE}`);
    console.log(yamlOf(before, after));
  },
  missing() {
    const { ledger } = readStory();
    const missing = findMissingAnswers(ledger);
    const shown = missing.map(({ draft, clause, row }) => {
      const words = absenceText({ draft, clause: clause.id, answer: undefined });
      return `# ${clause.text} Its page says “${words}”.\n${row}`;
    });
    console.log(shown.join("\n"));
    console.error(
      missing.length === 0
        ? "every draft answers every clause, or is silent on it"
        : `${plural(missing.length, "answer")} missing: paste the rows to which you know the answer into ${CONTENT_DIR}/ledger/answers.yaml; other clauses of a draft that was read whole go to its \`silent_on\` or \`unknown_on\``,
    );
  },
  numbers() {
    const found = findUnquotedNumbers(readStory().rows);
    for (const { row, numbers } of found) {
      const { file, line } = row.problem([], "", "");
      console.log(`${file}:${line} ${row.key}: ${numbers.join(", ")}`);
    }
    const count = found.reduce((sum, { numbers }) => sum + numbers.length, 0);
    console.error(
      `${plural(count, "number")} in ${plural(found.length, "row")}, in digits, that the quoted words of the row’s sources do not have, even spelled out`,
    );
  },
  new: beginStory,
  passages: writePassages,
};

function readStory() {
  return inspectLedger(`${CONTENT_DIR}/ledger`, siteIds(getSite()));
}

const NEEDED = {
  draft: { form: "Id of the draft", read: String },
  edition: { form: "Edition or copy whose words these are", read: String },
  sources: {
    form: "Ids of the sources, with a comma between",
    read: (ids: string) => ids.split(/[\s,]+/),
  },
  rights: { form: "Rights: public-domain, official, licensed or quoted", read: String },
  lang: { form: "Language of the text: its code, such as en or la", read: String },
};
const FLAGS = [...Object.keys(NEEDED), "copy", "licence", "extent", "seen", "translated_by"];

async function writePassages(args: string[]) {
  const options = Object.fromEntries(FLAGS.map((name) => [name, { type: "string" as const }]));
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw new Error(`passages needs the file of a text; fix: ${USAGE}`);
  const passages = findPassages(readFileSync(file, "utf8"));
  for (const { number, from, headings, words } of passages)
    console.log(
      `${number.padEnd(8)} ${from ? `from “${from}”` : "counted"}: ${[...headings.map((heading) => `[${heading}]`), words].join(" ").slice(0, 90)}`,
    );
  console.log(["", ...remarksOn(passages)].join("\n"));
  const { copy, sources: _, seen = new Date().toISOString().slice(0, 10), ...flags } = values;
  const asked = await askFor(values, NEEDED);
  const draft = nth(asked.draft, 0);
  const [edition, rights, sources] = [asked.edition[0], asked.rights[0], asked.sources[0]];
  const path = join(CONTENT_DIR, "texts", `${copy ? `${draft}.${copy}` : draft}.md`);
  if (existsSync(path)) throw new Error(`${path} exists; fix: remove it, or name this copy: --copy=<name>`);
  const defaults = { draft, extent: "part", lang: asked.lang[0], seen };
  const front = stringify({ ...defaults, ...flags, edition, rights, sources });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `---\n${front}---\n\n${bodyOf(passages)}\n`);
  const { ledger, problems } = readStory();
  for (const problem of problems.filter(({ file }) => file === fileName(path)))
    console.error(formatProblem(problem));
  console.log(
    `\n${path} has ${plural(passages.length, "passage")}, seen on ${seen} (--seen gives another day). Correct a number there where it was not one, and write \`extent: whole\` if every passage is there.`,
  );
  for (const [before, after] of neighboursOf(ledger, draft))
    console.log(
      `\n# Proposed for ${CONTENT_DIR}/ledger/alignments.yaml: read each row.\n${yamlOf(before, after)}`,
    );
}

function neighboursOf(ledger: Ledger, id: string): [before: Text, after: Text][] {
  return ledger.drafts.flatMap((draft) =>
    nearestHeldDrafts(ledger, draft).flatMap((origin): [Text, Text][] => {
      const [before, after] = [origin.draft, draft].map((held) => textsOf(ledger, held.id)[0]);
      return before && after && [origin.draft.id, draft.id].includes(id) ? [[before, after]] : [];
    }),
  );
}

/** docs/fields.md, from the schemas, with examples of the stories in examples/. */
export async function fieldsPage(): Promise<string> {
  await import("./check-content.ts");
  const { describeFiles } = await import("../src/content/json-schemas.ts");
  const stories = ["examples/minimal", "examples/philadelphia-1787"].map(readFiles);
  const plain = (text: string) => text.replace(/[<>*_[\]]/g, "\\$&").replace(/\.$/, "");
  /** By a field and what is told of it, the first section that does. */
  const tellers = new Map<string, string>();
  const sections = describeFiles(stories).map(({ name: section, fields }) => {
    const items = fields.map(({ name, isNeeded, meaning, limits, default: given, example }) => {
      const told = [meaning, limits].filter(Boolean).map((text) => `${plain(capitalize(text))}.`);
      const text = [isNeeded ? " (needed):" : ":", ...told, given && `Default: \`${given}\`.`].join(" ");
      const teller = getOrInsert(tellers, name.replace(/.*\./, "") + text, () => section);
      const shown = example && `Example: \`${example.replaceAll("`", "’")}\``;
      return { name, teller, line: `- **${name}**${text} ${shown}` };
    });
    const lines = [...Map.groupBy(items, ({ teller }) => teller)].flatMap(([teller, list]) => {
      if (teller === section) return list.map(({ line }) => line);
      const whole = list.filter(({ name }) => !list.some((other) => name.startsWith(`${other.name}.`)));
      return `- As under ${teller}: ${whole.map(({ name }) => `**${name}**`).join(", ")}`;
    });
    return `## ${section}\n\n${lines.join("\n")}\n`;
  });
  const page = `# Fields\n\nEvery field of every kind of file, from the schemas. A field of a field is written with a point: \`quote.by\` is \`by\` in \`quote\`. A field that is the same in several is told once.\n\n${sections.join("\n")}`;
  return format(page, { ...(await resolveConfig("docs/fields.md")), parser: "markdown" });
}

/** By table, or by file. */
function readFiles(directory: string): Record<string, unknown[]> {
  const files = globSync("{ledger/**/*,charts/*,*}.yaml", { cwd: directory }).sort();
  const named = files.map((file) => {
    const name = file.replace(/^ledger\//, "").replace(/[./].*/, "");
    return { name, rows: [parse(readFileSync(join(directory, file), "utf8")) as unknown].flat() };
  });
  return Object.fromEntries(
    [...Map.groupBy(named, ({ name }) => name)].map(([name, list]) => [
      name,
      list.flatMap(({ rows }) => rows),
    ]),
  );
}

if (import.meta.main) {
  const [command = "", ...args] = process.argv.slice(2);
  try {
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (!run) throw new Error(USAGE);
    await run(args);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
