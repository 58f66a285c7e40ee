import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { day, lang, line, list, isGiven, onlyWhere, ref, row, rule } from "../yaml/fields.ts";
import { sources, translator } from "./receipts.ts";
import { countWords, findExcerpt, MAX_QUOTED_WORDS, splitWords } from "./words.ts";
import {
  parseYaml,
  type Problem,
  problemOf,
  readTextFile,
  validate,
  type YamlFile,
} from "../yaml/yaml-file.ts";

const MAX_WORDS_OF_QUOTED_TEXT = 400;

/** `6`, `10a`, `1.2.3`, `preamble`. */
export const passageNumber = z
  .union([z.string(), z.int()], { error: "must be in quotes, as 2.10 and 2.1 are one number to YAML" })
  .transform(String)
  .refine((text) => /^[a-z\d]+([.-][a-z\d]+)*$/.test(text), "must be a number such as 6, 10a or 1.2.3")
  .describe("Number of a passage as the text prints it: 6, 10a, 1.2.3. Of 10 are 10a and 10b, and not 10.1.");

const place = {
  edition: line.optional(),
  sources: sources.optional(),
  seen: day.optional(),
  translated_by: translator,
};

export const textHead = row({
  draft: ref("drafts"),
  edition: line.describe("The edition or copy whose words these are."),
  sources,
  seen: day.describe("Day on which the page was seen."),
  rights: z
    .enum(["public-domain", "official", "licensed", "quoted"])
    .describe("Under what right the words are held. quoted: by the right of quotation alone."),
  licence: line.optional().describe("Its licence, which pages name beside the edition."),
  extent: z.enum(["whole", "part"]).describe("Whether every passage is held."),
  lang,
  translated_by: translator,
  missing: list(passageNumber).describe("Passages that the text has and whose words were not seen."),
  not_found: z
    .record(z.string(), day)
    .default({})
    .describe("Passages looked for and not found, with the day."),
  abbreviations: z
    .record(z.string().regex(/^[\p{Ll}\d]+$/u, "must be in small letters, without a full stop"), line)
    .default({})
    .describe(
      "Words that the edition abbreviates or spells in its own way: `natl: National`, `kinge: King`. They are compared as if written so.",
    ),
  passages: z
    .record(z.string(), z.strictObject(place))
    .default({})
    .describe("Passages taken from another page or edition than the rest."),
}).check(
  onlyWhere("licence", "`rights` is `licensed`", ({ rights }) => rights === "licensed"),
  rule(
    "extent",
    "must be `part` where passages are missing or were not found",
    ({ extent, missing, not_found }) => extent === "part" || (!isGiven(missing) && !isGiven(not_found)),
  ),
);

export interface Passage {
  number: string;
  /** Headings printed between the passage before and this one. */
  headings: string[];
  words: string;
  edition: string;
  sources: string[];
  seen: string;
  translated_by: Text["translated_by"];
}

/** What the site holds of a draft’s wording, in one copy. */
export interface Text extends Omit<z.infer<typeof textHead>, "passages"> {
  /** Name of the file: `us-28`, `us-28.axios`. */
  id: string;
  passages: Passage[];
}

export interface TextFile {
  file: YamlFile;
  text: Text;
  problemAt: (number: string, message: string, fix: string) => Problem;
}

/** In order of their names. Adds what is wrong to `problems`. */
export function readTexts(directory: string, problems: Problem[]): TextFile[] {
  return globSync("*", { cwd: directory })
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      if (name.endsWith(".md")) return readText(path, problems) ?? [];
      problems.push(
        problemOf(readTextFile(path).name, "texts are Markdown files", "rename it to end in .md, or move it"),
      );
      return [];
    });
}

const HEAD = /^---\n(?<head>.*?\n)---\n/su;

function readText(path: string, problems: Problem[]): TextFile | undefined {
  const { name, text: raw, problems: unreadable } = readTextFile(path);
  problems.push(...unreadable);
  if (unreadable.length > 0) return undefined;
  const report = (line: number, message: string, fix: string) =>
    void problems.push(problemOf(name, message, fix, { line, column: 1 }));
  const source = raw.replaceAll("\r\n", "\n");
  const head = HEAD.exec(source);
  if (!head) {
    report(
      1,
      "the text has no head",
      "begin it with ---, `draft`, `edition`, `rights` and so on, and --- again",
    );
    return undefined;
  }
  const file = parseYaml(head.groups?.head ?? "", name, 2);
  const fields = validate(file, textHead);
  if (!fields) {
    problems.push(...file.problems);
    return undefined;
  }
  const { passages, lines } = readPassages(source.slice(head[0].length), head[0].split("\n").length, report);
  const problemAt: TextFile["problemAt"] = (number, message, fix) =>
    problemOf(name, message, fix, { line: lines.get(number) ?? 1, column: 1 });
  const { passages: exceptions, ...text } = fields;
  for (const number of [...fields.missing, ...Object.keys(fields.not_found)])
    if (lines.has(number))
      problems.push(
        problemAt(
          number,
          `the passage ${number} is held, and named as missing or not found`,
          "remove its number from the head, or its words",
        ),
      );
  for (const number of Object.keys(exceptions))
    if (!lines.has(number))
      problems.push(
        file.problem(
          ["passages", number],
          `the text has no passage ${number}`,
          "correct the number, or add the passage",
        ),
      );
  return {
    file,
    problemAt,
    text: {
      ...text,
      id: basename(path, ".md"),
      passages: passages.map((passage) => {
        const { edition, sources, seen, translated_by } = { ...text, ...exceptions[passage.number] };
        return { ...passage, edition, sources, seen, translated_by };
      }),
    },
  };
}

/** `## 6` begins a passage; a heading of another level is one that the text prints. */
function readPassages(
  body: string,
  firstLine: number,
  report: (line: number, message: string, fix: string) => void,
) {
  const passages: Pick<Passage, "number" | "headings" | "words">[] = [];
  const lines = new Map<string, number>();
  let headings: string[] = [];
  for (const [i, raw] of body.split("\n").entries()) {
    const text = raw.trim();
    const at = firstLine + i;
    const [, marks, title = ""] = /^(#+)\s+(.*)$/u.exec(text) ?? [];
    const last = passages.at(-1);
    const { data: number } = passageNumber.safeParse(title);
    if (text === "") continue;
    if (marks === undefined && last) last.words = `${last.words} ${text}`.trim();
    else if (marks === undefined)
      report(
        at,
        "words stand before the first passage",
        "write `## ` and the number of the passage above them",
      );
    else if (marks !== "##") headings.push(title);
    else if (number === undefined)
      report(
        at,
        `“${title}” is not the number of a passage`,
        "write the number as printed, such as 6, 10a or 1.2.3",
      );
    else if (lines.has(number))
      report(
        at,
        `the passage ${number} is there twice`,
        "number the sentences 10a, 10b, or put the second copy into a file of its own",
      );
    else {
      passages.push({ number, headings, words: "" });
      lines.set(number, at);
      headings = [];
    }
  }
  for (const { number, words } of passages)
    if (words === "")
      report(
        lines.get(number) ?? 1,
        `the passage ${number} has no words`,
        "copy them, or name the passage in `missing` or `not_found`",
      );
  return { passages, lines };
}

export function checkLimits({ text, file, problemAt }: TextFile): Problem[] {
  if (text.rights !== "quoted") return [];
  const long = text.passages.flatMap(({ number, words }) => {
    const count = countWords(words);
    const message = `the passage ${number} of a quoted text has ${count} words, at most ${MAX_QUOTED_WORDS} are allowed`;
    return count > MAX_QUOTED_WORDS
      ? problemAt(number, message, "divide it into 10a, 10b, or leave words out with […]")
      : [];
  });
  const words = text.passages.reduce((sum, passage) => sum + countWords(passage.words), 0);
  if (words <= MAX_WORDS_OF_QUOTED_TEXT) return long;
  const limit = `${words} words are held of a quoted text, at most ${MAX_WORDS_OF_QUOTED_TEXT} are allowed`;
  return [...long, file.problem(["rights"], limit, "remove passages that no answer needs")];
}

export function findPassage({ passages }: Text, number: string): Passage | undefined {
  return passages.find((passage) => passage.number === number);
}

/** Whether a passage is one of those numbered or a sentence of one: `10a` is of `10`, and `1.2` is not of `1`. */
export function isPassageOf(passage: string, numbers: readonly string[]): boolean {
  return numbers.some(
    (number) => passage.startsWith(number) && /^[a-z]*$/.test(passage.slice(number.length)),
  );
}

export function passageWithWords(text: Text, numbers: readonly string[], words: string): Passage | undefined {
  return text.passages
    .filter((passage) => isPassageOf(passage.number, numbers))
    .find((passage) => findExcerpt(splitWords(passage.words), words) !== undefined);
}
