import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { parse, stringify } from "yaml";
import { nth } from "../src/expect-defined.ts";
import { listOf } from "../src/format/numbers.ts";
import { inDateOrder } from "../src/ledger/lookup.ts";
import { partialDate } from "../src/yaml/fields.ts";
import { askFor } from "./ask.ts";
import { runNode } from "./setup.mjs";

const MAX = { id: 40, short: 16, sideShort: 5, questions: 6, questionName: 18 };
const PROMPTS = {
  name: { form: "name of the story, which no folder has yet", read: readName },
  draft: {
    form: `name, at most ${MAX.short} characters; date as YYYY-MM-DD, YYYY-MM or YYYY; who wrote it; address of its text; reworks, if it reworks the one before`,
    least: 2,
    most: 3,
    read: readDraft,
  },
  question: {
    form: `How long is the term?; a name for it, at most ${MAX.questionName} characters: Term; answer of the first draft; of the second, and so on; nothing where it is not known`,
    most: Infinity,
    read: readQuestion,
  },
};

export async function beginStory(args: string[]) {
  const many = { type: "string", multiple: true } as const;
  const options = { name: many, draft: many, question: many, help: { type: "boolean" } } as const;
  const { help, ...given } = parseArgs({ args, options }).values;
  if (help) {
    const flags = Object.entries(PROMPTS).map(([flag, { form }]) => `--${flag}="${form}"`);
    return console.log(`Asked for where left out; two or three drafts:\n${flags.join("\n")}`);
  }
  const { name: names, draft: drafts, question: questions } = await askFor(given, PROMPTS);
  const { name, folder } = nth(names, 0);
  const files = storyFiles(name, drafts, questions);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const isOnly = !existsSync("story.json");
  if (isOnly) writeFileSync("story.json", `${JSON.stringify({ content: folder })}\n`);
  console.log(
    `${folder}/ has ${Object.keys(files).join(", ")}. story.json ${isOnly ? "names it" : "stays as it was"}.`,
  );
  const environment = { CONTENT_DIR: folder };
  if ((await runNode(["scripts/check-content.ts"], environment)) > 0)
    throw new Error(`correct in ${folder}/ what is said above, then run npm run dev`);
  const [first, second] = inDateOrder(drafts);
  const page = `/compare/${first?.id}/${second?.id}/`;
  console.log(
    `Its licence is CC BY 4.0 unless you write otherwise; step 2 of docs/editing.md says what it guesses. The first comparison is ${page} of ${isOnly ? "" : `CONTENT_DIR=${folder} `}npm run dev.`,
  );
  if (process.stdin.isTTY)
    await runNode(["node_modules/astro/bin/astro.mjs", "dev", "--open", page], environment);
}

function reject(flag: keyof typeof PROMPTS, given: string, wrong: (string | false | undefined)[]): void {
  const first = wrong.find(Boolean);
  if (first) throw new Error(`--${flag}="${given}" ${first}; fix: write ${PROMPTS[flag].form}`);
}

const tooLong = (name: string, most: number) =>
  name.length > most && `has a name of ${name.length} characters, more than ${most}`;

const partsOf = (given: string) => given.split(";").map((part) => part.trim());

function readName(name: string) {
  const folder = idOf(name);
  reject("name", name, [!folder && "has no letter from a to z", existsSync(folder) && `would be ${folder}/`]);
  return { name, folder };
}

export function readDraft(flag: string) {
  const given = flag.replace(/;\s*reworks\s*$/, "");
  const [name = "", date = "", authors = "", ...rest] = partsOf(given);
  // An address may have semicolons, but no spaces.
  const url = rest.join(";");
  reject("draft", flag, [
    tooLong(name, MAX.short),
    !name && "has no name",
    !partialDate.safeParse(date).success && `has the date “${date}”`,
    !authors && "does not say who wrote it",
    !(flag.includes(url) && URL.canParse(url)) && `has no address, or words after it: “${url}”`,
  ]);
  const host = new URL(url).hostname.replace(/^www\./, "");
  return { id: idOf(name), name, date, authors, url, host, reworks: given !== flag };
}

/** `answers` by draft: empty where not known. */
export function readQuestion(flag: string) {
  const [text = "", name = "", ...answers] = partsOf(flag);
  const silent = answers.find((answer) => /^(not mentioned|absent|silent)\b/i.test(answer));
  reject("question", flag, [
    tooLong(name, MAX.questionName),
    (!text || !name || !answers.some(Boolean)) && "lacks a short name or every answer",
    silent && `has “${silent}” for an answer of a text that nobody has read whole yet`,
  ]);
  return { id: idOf(text), text: text.replace(/\??$/, "?"), name, answers };
}

/** “Declaration, third draft” becomes `declaration-third-draft`. */
function idOf(text: string) {
  const plain = text.normalize("NFD").replace(/[\p{M}’']/gu, "");
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, MAX.id).replace(/-$/, "");
}

const yaml = (value: object) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** Those of examples/minimal, with what is known in its place. */
export function storyFiles(
  name: string,
  drafts: readonly ReturnType<typeof readDraft>[],
  questions: readonly ReturnType<typeof readQuestion>[],
) {
  const names = listOf(drafts.map((draft) => draft.name));
  const cited = `<Fact id="${drafts.map(({ id }) => id).join(" ")}" />`;
  const clauses = questions.map(({ id }) => `<Clause id="${id}" />`).join(" ");
  const template = (file: string) =>
    readFileSync(`examples/minimal/${file}`, "utf8")
      .replaceAll("Club Rules", () => name)
      .replaceAll("First draft and Second draft", () => names)
      .replace(/<Fact .*\/>/, cited)
      .replace(/<Clause .*\/>/, clauses);
  const site = parse(template("site.yaml")) as { front: object };
  const hosts = new Set(drafts.map(({ host }) => host));
  const tables: Record<string, object[]> = {
    publishers: [...hosts].map((name) => ({ id: idOf(name), name, kind: "speaker" })),
    sources: drafts.map(({ id, name, url, host }) => ({
      id: `text-of-${id}`,
      publisher: idOf(host),
      title: undefined,
      about: name,
      url,
      kind: "analysis",
      read: "part",
    })),
    drafts: drafts.map(({ reworks, url: _, host: __, ...draft }, i) => {
      const sources = [`text-of-${draft.id}`];
      return {
        ...draft,
        short: draft.name,
        by: [idOf(draft.authors)],
        based_on: reworks ? [{ draft: drafts[i - 1]?.id, how: "reworked", sources }] : [],
        text_public: "unknown",
        read_whole: undefined,
        silent_on: undefined,
        summary: undefined,
        sources,
      };
    }),
    themes: [{ clauses: questions.map(({ id, text }) => ({ id, text })) }],
  };
  const rows = Object.entries(tables).map(([table, list]): [string, string] => {
    const path = `ledger/${table}.yaml`;
    const [first] = parse(template(path)) as object[];
    return [path, yaml(list.map((row) => ({ ...first, ...row })))];
  });
  return {
    "pages/about.mdx": template("pages/about.mdx"),
    "explainers/text.mdx": template("explainers/text.mdx"),
    "site.yaml": yaml({
      ...site,
      sides: [...new Set(drafts.map(({ authors }) => authors))].map((side) => ({
        id: idOf(side),
        name: side,
        in_text: side.replace(/^The /, "the "),
        short: (side.match(/\p{Lu}/gu)?.join("") ?? side).slice(0, MAX.sideShort),
      })),
      embeds: false,
      front: {
        ...site.front,
        questions: questions.slice(0, MAX.questions).map(({ id, name }) => ({ clause: id, name })),
      },
    }),
    ...Object.fromEntries(rows),
    "ledger/answers.yaml": yaml(
      questions.flatMap(({ id, answers }) =>
        drafts.flatMap((draft, i) => (answers[i] ? { draft: draft.id, clause: id, says: answers[i] } : [])),
      ),
    ),
  } as Record<string, string>;
}
