import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

// node nightly/bench/grown-story.ts --drafts 40 --clauses 60 [--sources …] writes a story of that size, the same
// on every run, to .build/grown-story or --folder. CLAUSES_OF_THEME clauses make a theme.

/** How much a story has. */
export interface StorySize {
  drafts: number;
  clauses: number;
  sources: number;
  people: number;
  events: number;
}

/** The largest story that must build within the limits of nightly/growth.test.ts. */
export const GROWN: StorySize = { drafts: 40, clauses: 60, sources: 3000, people: 300, events: 5000 };

const CLAUSES_OF_THEME = 5;
const PUBLISHERS = 120;
const FIRST_YEAR = 2015;
const YEARS = 12;
const LAST_DAY = `${FIRST_YEAR + YEARS - 1}-12-31`;

/** Writes the story into a new `folder`. */
export function writeStory(folder: string, size: StorySize): void {
  rmSync(folder, { recursive: true, force: true });
  const { whole, oneOf, textOf, name } = wordsOf(1787);
  const count = <Item>(length: number, make: (i: number) => Item) =>
    Array.from({ length }, (_, i) => make(i));
  const anyOf = (kind: string, length: number) => `${kind}-${whole(length)}`;
  // The first of them in turn: every source is cited.
  let next = 0;
  const citing = (most: number) => {
    const more = count(whole(most), () => anyOf("source", size.sources));
    return { sources: [...new Set([`source-${next++ % size.sources}`, ...more])] };
  };
  const dateIn = (year: number, month = whole(12), day = whole(28)) =>
    new Date(Date.UTC(year, month, day + 1)).toISOString().slice(0, 10);

  const publishers = count(PUBLISHERS, (i) => ({
    id: `publisher-${i}`,
    name: `${name()} ${name()}`,
    kind: "press",
  }));
  const sources = count(size.sources, (i) => ({
    id: `source-${i}`,
    publisher: anyOf("publisher", PUBLISHERS),
    title: textOf(6, 12),
    url: `https://publisher.example/${i}`,
    published: dateIn(FIRST_YEAR + whole(YEARS)),
    lang: "en",
    kind: "news",
    read: "whole",
  }));
  const people = count(size.people, (i) => ({
    id: `person-${i}`,
    name: `${name()} ${name()}${i}`,
    role: textOf(4, 8),
    side: oneOf(["north", "south"]),
    ...citing(2),
  }));
  const events = count(size.events, (i) => ({
    id: `event-${i}`,
    topic: oneOf(["talks", "votes"]),
    date: dateIn(FIRST_YEAR + (i % YEARS)),
    title: textOf(4, 6).slice(0, 60),
    statement: textOf(15, 40),
    status: "confirmed",
    actors: [...new Set(count(whole(4), () => anyOf("person", size.people)))],
    about: whole(4) === 0 ? [anyOf("clause", size.clauses)] : [],
    ...citing(3),
  }));
  const themes = count(Math.ceil(size.clauses / CLAUSES_OF_THEME), (t) => ({
    id: `theme-${t}`,
    name: textOf(2, 3).slice(0, 40),
    order: t + 1,
    group: `Part ${1 + (t >> 2)}`,
    summary: textOf(10, 20),
    clauses: count(Math.min(CLAUSES_OF_THEME, size.clauses - t * CLAUSES_OF_THEME), (c) => ({
      id: `clause-${t * CLAUSES_OF_THEME + c}`,
      text: `${textOf(4, 9).slice(0, 80)}?`,
    })),
  }));
  const drafts = count(size.drafts, (i) => ({
    id: `draft-${i}`,
    name: `Draft ${i + 1}`,
    short: `Draft ${i + 1}`,
    date: dateIn(FIRST_YEAR + YEARS - 2 + Math.floor((i * 2) / size.drafts), whole(12)),
    authors: textOf(2, 4),
    by: [oneOf(["north", "south"])],
    text_public: "full",
    read_whole: { day: LAST_DAY, source: "source-0" },
    summary: textOf(20, 40),
    ...citing(2),
  }));
  drafts.sort((a, b) => a.date.localeCompare(b.date));
  // Each clause has a passage of its number in the texts that answer it. Of ten passages six stay, two change in a
  // word, one changes whole, and one is missing.
  const passages = count(size.clauses, (c) => {
    let words = textOf(30, 60);
    return new Map(
      drafts.map(({ id }) => {
        const turn = whole(10);
        if (turn === 1) words = textOf(30, 60);
        if (turn === 2 || turn === 3)
          words = words.replace(oneOf(words.split(" ").slice(1)), textOf(1, 2).toLowerCase());
        // The clauses of the front page are in every draft.
        return [id, turn === 0 && c > 2 ? undefined : words] as const;
      }),
    );
  });
  const held = (draft: string) => passages.flatMap((texts, c) => (texts.get(draft) ? [String(c + 1)] : []));
  const answers = passages.flatMap((texts, c) =>
    [...texts].flatMap(([draft, text]) => {
      if (!text) return [];
      const words = text.split(" ").slice(0, 12).join(" ");
      const says = words.slice(0, 100);
      const short = says.length > 60 ? says.slice(0, 60) : undefined;
      return {
        draft,
        clause: `clause-${c}`,
        says,
        short,
        words,
        passages: [String(c + 1)],
        summary: textOf(10, 25),
        ...citing(2),
      };
    }),
  );

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  // A row of JSON is a row of YAML.
  const rows = (list: readonly object[]) => list.map((row) => `- ${JSON.stringify(row)}\n`).join("");
  const reworked = drafts.map((draft, i) => ({
    ...draft,
    silent_on: passages.flatMap((texts, c) => (texts.get(draft.id) ? [] : [`clause-${c}`])),
    based_on: i === 0 ? [] : [{ draft: drafts[i - 1]!.id, how: "amended", ...citing(1) }],
  }));
  const alignments = drafts.slice(1).flatMap(({ id }, i) => {
    const pair = [drafts[i]!.id, id];
    const [before, after] = [held(pair[0]!), held(id)];
    return [...new Set([...before, ...after])].map((number) => ({
      drafts: pair,
      from: before.filter((other) => other === number),
      to: after.filter((other) => other === number),
    }));
  });
  const ledger = { publishers, sources, people, events, themes, drafts: reworked, answers, alignments };
  for (const { id } of drafts)
    write(
      `texts/${id}.md`,
      `---\n${JSON.stringify({ draft: id, edition: "First", ...citing(1), seen: LAST_DAY, rights: "public-domain", extent: "whole", lang: "en" })}\n---\n\n` +
        held(id)
          .map((number) => `## ${number}\n\n${passages[Number(number) - 1]!.get(id)}.\n`)
          .join("\n"),
    );
  for (const [collection, list] of Object.entries(ledger)) write(`ledger/${collection}.yaml`, rows(list));
  write("site.yaml", JSON.stringify(siteOf(size)));
  for (const topic of ["talks", "votes"])
    write(
      `explainers/${topic}.mdx`,
      `---\ntitle: What are the ${topic}?\ndescription: A text of a story that was made to be measured.\ntopic: ${topic}\nanswer: ${textOf(10, 15)}.\n---\n\n` +
        count(
          6,
          (i) =>
            `## Part ${i} {#part-${i}}\n\n` +
            count(6, () => `${textOf(30, 60)}.<Fact id="${anyOf("event", size.events)}" />\n\n`).join(""),
        ).join("") +
        `<Clause id="clause-0" />\n`,
    );
}

function siteOf({ drafts }: StorySize) {
  const sideOf = (id: string, name: string) => ({
    id,
    name,
    in_text: `the ${id}`,
    short: name,
    as_author: name,
  });
  return {
    name: "Grown Story",
    description: "A story of any size, made by a script to be measured.",
    licence: { line: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    topics: [
      { id: "talks", name: "Talks", explainer: "talks" },
      { id: "votes", name: "Votes", explainer: "votes" },
    ],
    sides: [sideOf("north", "North"), sideOf("south", "South")],
    // As docs/growth.md advises.
    budgets: { theme: { elements: Math.max(4000, 255 * drafts) }, sourceLetter: { elements: 8000 } },
    front: {
      title: "how large a story may be",
      heading: "How large a story may be",
      answer: 'It has a source.<Fact id="event-0" />',
      explainer: "talks",
      questions: ["clause-0", "clause-1", "clause-2"].map((clause, i) => ({ clause, name: `Clause ${i}` })),
    },
  };
}

/** Words and choices in an order that depends on `seed` alone. */
function wordsOf(seed: number) {
  let state = seed;
  // mulberry32
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(random() * below);
  const oneOf = <Item>(list: readonly Item[]) => list[whole(list.length)]!;
  const syllable = () => oneOf([..."bdfgklmnprstvz"]) + oneOf(["a", "e", "i", "o", "u", "an", "er", "on"]);
  const word = () => Array.from({ length: 1 + whole(3) }, syllable).join("");
  const vocabulary = Array.from({ length: 1500 }, word);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    whole,
    oneOf,
    /** `from` to `to` words. */
    textOf: (from: number, to: number) =>
      capital(Array.from({ length: from + whole(to - from + 1) }, () => oneOf(vocabulary)).join(" ")),
    name: () => capital(word() + syllable()),
  };
}

if (import.meta.main) {
  const number = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      folder: number,
      drafts: number,
      clauses: number,
      sources: number,
      people: number,
      events: number,
    },
  });
  const { folder = ".build/grown-story", ...given } = values;
  const size = { ...GROWN };
  for (const [part, text] of Object.entries(given)) size[part as keyof StorySize] = Number(text);
  writeStory(folder, size);
  console.log(`CONTENT_DIR=${folder} npm run build`);
}
