import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { parse, stringify } from "yaml";
import { listOf } from "../src/format/numbers.ts";
import { runNode } from "./setup.mjs";

const TEMPLATE = "examples/minimal";
const MAX = { drafts: 3, id: 40, short: 16, sideShort: 5, questions: 6, questionName: 18 };
const DRAFT =
  "name, at most 16 characters; date as YYYY-MM-DD, YYYY-MM or YYYY; who wrote it; address of its text; the word reworks, if it reworks the one before";
const QUESTION =
  "How long is the term?; a name for it, at most 18 characters: Term; answer of the first draft; of the second, and so on, or nothing where it is not known";

interface Draft {
  id: string;
  name: string;
  date: string;
  authors: string;
  url: string;
  /** The draft before it. */
  reworks: boolean;
}

interface Question {
  id: string;
  text: string;
  name: string;
  /** By draft; empty where it is not known. */
  answers: string[];
}

export type Answers = Readonly<Record<string, string | undefined>>;

async function ask(question: string) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer.trim();
}

/**
 * Asks for what `given` lacks of `wanted`, questions by name of a flag. Throws an Error that names the flags where
 * nobody can answer.
 */
export async function askFor<Name extends string>(
  given: Answers,
  wanted: Readonly<Record<Name, string>>,
): Promise<Answers & Record<Name, string>> {
  const missing = (Object.keys(wanted) as Name[]).filter((name) => !given[name]);
  if (missing.length > 0 && !process.stdin.isTTY)
    throw new Error(`missing: ${missing.map((name) => `--${name}="…" (${wanted[name]})`).join(", ")}`);
  const answers = { ...given } as Record<string, string>;
  for (const name of missing) answers[name] = await ask(wanted[name]);
  return answers;
}

export async function beginStory(args: string[]) {
  const many = { type: "string", multiple: true, default: [] as string[] } as const;
  const { values } = parseArgs({
    args,
    options: { name: { type: "string" }, draft: many, question: many, help: { type: "boolean" } },
  });
  const { draft, question, help, ...given } = values;
  if (help)
    return console.log(
      `Asked for where left out:\n--name="Name"\n--draft="${DRAFT}"; two or three\n--question="${QUESTION}"; one or more`,
    );
  const { name } = await askFor(given, { name: "Name of the story" });
  const folder = idOf(name);
  if (existsSync(folder)) throw new Error(`${folder}/ exists; fix: give the story another name`);
  const drafts =
    draft.length > 0 ? draft.map(readDraft) : await askMany("Draft", DRAFT, readDraft, MAX.drafts);
  if (drafts.length < 2)
    throw new Error(`a story has two drafts at least; fix: give each as --draft="${DRAFT}"`);
  const questions =
    question.length > 0 ? question.map(readQuestion) : await askMany("Question", QUESTION, readQuestion);
  if (questions.length === 0)
    throw new Error(`a story has a question; fix: give it as --question="${QUESTION}"`);

  const files = storyFiles(name, drafts, questions);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`${folder}/ has ${Object.keys(files).join(", ")}.`);
  const isOnly = !existsSync("story.json");
  if (isOnly) {
    writeFileSync("story.json", `${JSON.stringify({ content: folder })}\n`);
    console.log("story.json names it as the story of this project.");
  }
  const environment = { CONTENT_DIR: folder };
  if ((await runNode(["scripts/check-content.ts"], environment)) > 0)
    throw new Error(`correct in ${folder}/ what is said above, then run npm run dev`);
  const page = `/compare/${drafts[0]?.id}/${drafts[1]?.id}/`;
  console.log(
    `It takes each text for known in part and read by nobody whole, and only guesses kinds of publishers and sources: steps 2 and 3 of docs/editing.md. Its licence is CC BY 4.0, and its drawings are not offered to other sites (\`embeds\`), unless you write otherwise in site.yaml. The first comparison is ${page} of ${isOnly ? "" : `CONTENT_DIR=${folder} `}npm run dev.`,
  );
  if (process.stdin.isTTY)
    await runNode(["node_modules/astro/bin/astro.mjs", "dev", "--open", page], environment);
}

/** Ends at an empty line; asks again for one that cannot be read. */
async function askMany<Item>(what: string, form: string, read: (line: string) => Item, most = Infinity) {
  const items: Item[] = [];
  while (process.stdin.isTTY && items.length < most) {
    const line = await ask(`${what} ${items.length + 1}, as ${form} (empty to end)`);
    if (line === "") break;
    try {
      items.push(read(line));
    } catch (error) {
      console.error((error as Error).message);
    }
  }
  return items;
}

const initialsOf = (name: string) => (name.match(/\p{Lu}/gu)?.join("") ?? name).slice(0, MAX.sideShort);

const partsOf = (flag: string) => flag.split(";").map((part) => part.trim());

export function readDraft(flag: string): Draft {
  const given = flag.replace(/;\s*reworks\s*$/, "");
  const [name = "", date = "", authors = "", ...rest] = partsOf(given);
  // An address may have semicolons, but no spaces.
  const url = rest.join(";");
  const wrong = [
    name.length > MAX.short && `has a name of ${name.length} characters, more than ${MAX.short}`,
    !name && "has no name",
    !/^\d{4}(-\d\d){0,2}$/.test(date) && `has the date “${date}”`,
    !authors && "does not say who wrote it",
    !(flag.includes(url) && URL.canParse(url)) && `has no address, or words after it: “${url}”`,
  ].find(Boolean);
  if (wrong) throw new Error(`--draft="${flag}" ${wrong}; fix: write ${DRAFT}`);
  return { id: idOf(name), name, date, authors, url, reworks: given !== flag };
}

export function readQuestion(flag: string): Question {
  const [text = "", name = "", ...answers] = partsOf(flag);
  const wrong =
    name.length > MAX.questionName
      ? `has a name of ${name.length} characters, more than ${MAX.questionName}`
      : (!text || !name || !answers.some(Boolean)) && "lacks a short name or every answer";
  if (wrong) throw new Error(`--question="${flag}" ${wrong}; fix: write ${QUESTION}`);
  const silent = answers.find((answer) => /^(not mentioned|absent|silent)\b/i.test(answer));
  if (silent)
    throw new Error(
      `--question="${flag}": “${silent}” is no answer of a text that nobody has read whole yet; fix: leave its place empty, and see step 7 of docs/editing.md`,
    );
  return { id: idOf(text), text: text.replace(/\??$/, "?"), name, answers };
}

/** “Declaration, third draft” becomes `declaration-third-draft`. */
function idOf(text: string) {
  const words =
    text
      .normalize("NFD")
      .replace(/[\p{M}’']/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, MAX.id).replace(/-$/, "");
}

/** Those of the template, with what is known in place of what is there. */
export function storyFiles(
  name: string,
  drafts: readonly Draft[],
  questions: readonly Question[],
): Record<string, string> {
  const read = (file: string) => parse(readFileSync(join(TEMPLATE, file), "utf8")) as object;
  const site = read("site.yaml") as { topics: object[] };
  const hostOf = ({ url }: Draft) => new URL(url).hostname.replace(/^www\./, "");
  const sourceOf = ({ id }: Pick<Draft, "id">) => `text-of-${id}`;
  const names = listOf(drafts.map((draft) => draft.name));
  const cited = `<Fact id="${drafts.map(({ id }) => id).join(" ")}" />`;
  const told = `Compared clause by clause: ${names}.`;
  const yaml = (value: unknown) => stringify(value, { lineWidth: 100, aliasDuplicateObjects: false });
  const rows = (table: string, list: readonly object[]) => {
    const path = `ledger/${table}.yaml`;
    const [first] = read(path) as object[];
    return { [path]: yaml(list.map((row) => ({ ...first, ...row }))) };
  };
  return {
    "pages/about.mdx": readFileSync(`${TEMPLATE}/pages/about.mdx`, "utf8"),
    "site.yaml": yaml({
      ...site,
      name,
      description: `${name}: how the text changed, text by text and clause by clause.`,
      topics: [{ ...site.topics[0], id: "text", name: "The text", explainer: "text" }],
      sides: [...new Set(drafts.map(({ authors }) => authors))].map((side) => ({
        id: idOf(side),
        name: side,
        in_text: side.replace(/^The /, "the "),
        short: initialsOf(side),
      })),
      embeds: false,
      front: {
        title: "text by text",
        heading: name,
        answer: told + cited,
        explainer: "text",
        questions: questions.slice(0, MAX.questions).map(({ id, name }) => ({ clause: id, name })),
      },
    }),
    ...rows(
      "publishers",
      [...new Set(drafts.map(hostOf))].map((name) => ({
        id: idOf(name),
        name,
        kind: "speaker",
      })),
    ),
    ...rows(
      "sources",
      drafts.map((draft) => ({
        id: sourceOf(draft),
        publisher: idOf(hostOf(draft)),
        title: draft.name,
        url: draft.url,
        kind: "analysis",
        read: "part",
      })),
    ),
    ...rows(
      "drafts",
      drafts.map(({ reworks, url: _, ...draft }, i) => ({
        ...draft,
        short: draft.name,
        by: [idOf(draft.authors)],
        based_on: reworks ? [{ draft: drafts[i - 1]?.id, how: "reworked", sources: [sourceOf(draft)] }] : [],
        text_public: "partial",
        read_whole: undefined,
        silent_on: undefined,
        summary: undefined,
        sources: [sourceOf(draft)],
      })),
    ),
    ...rows("themes", [
      {
        ...{ id: "text", name: "The text", group: "The text", summary: "What each text says." },
        clauses: questions.map(({ id, text }) => ({ id, text })),
      },
    ]),
    "ledger/answers.yaml": yaml(
      questions.flatMap(({ id, answers }) =>
        answers
          .slice(0, drafts.length)
          .map((says, i) => ({ draft: drafts[i]?.id, clause: id, says }))
          .filter(({ says }) => says),
      ),
    ),
    "explainers/text.mdx": `---\n${yaml({ title: "How did the text change?", description: told, topic: "text", answer: told })}---\n\n## Which texts are there? {#texts}\n\n${told}${cited}\n\nThe clauses: ${questions.map(({ id }) => `<Clause id="${id}" />`).join(" ")}\n`,
  };
}
