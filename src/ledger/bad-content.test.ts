import { join } from "node:path";
import { SITE_IDS } from "./ledger.fixture.ts";
import { describe, expect, test } from "vitest";
import { type MarkedFiles, placeOf, writeMarked } from "../yaml/marked-files.fixture.ts";
import { formatProblem, sortProblems } from "../yaml/yaml-file.ts";
import { inspectLedger, readLedger, unusedSources } from "./read-ledger.ts";

const SOURCE = `- id: ap-2025
  publisher: ap
  title: The plan
  url: https://ap.example/plan
  lang: en
  kind: news
  read: part
`;
const PUBLISHER = "- {id: ap, name: AP, kind: agency}\n";
const EVENT = `- id: talks
  topic: plan
  date: '2025-11-23'
  title: Talks
  statement: They talked.
  status: confirmed
  sources: [ap-2025]
`;
const REASON = `- id: why
  kind: yardstick
  question: army
  topic: plan
  date: 2025-11
  title: Why
  statement: A limit invites.
  status: confirmed
  sources: [ap-2025]
`;
const THEME = `- id: army
  name: Army
  order: 1
  group: security
  summary: What is at stake.
  clauses: [{ id: size-cap, text: How large may it be? }]
`;
const DRAFT = `- id: first
  name: First draft
  short: First
  date: '2025-11-20'
  authors: Envoys
  by: [united-states]
  points: 2
  text_public: full
  absence: unreported
  summary: A text.
  sources: [ap-2025]
`;
const PASSAGES = `- {draft: first, number: 1, title: A, summary: A point., sources: [ap-2025]}
- {draft: first, number: 2, title: B, summary: A point., sources: [ap-2025]}
`;
const ANSWER = `- draft: first
  clause: size-cap
  says: At most 600,000
  summary: The answer in full.
  words: at most 600,000 men
  passages: ['1', '2']
  sources: [ap-2025]
`;
const PERSON = `- id: ann
  name: Ann
  role: Envoy
  sources: [ap-2025]
`;
const PROCEEDING = `- id: bribe
  person: ann
  name: Case of the bribe
  by: A bureau
  allegation: alleged bribe
  stage: suspected
  as_of: '2025-12-31'
  answer: { text: Denies it., date: '2025-12-01', sources: [ap-2025] }
  sources: [ap-2025]
`;
const STEP = `- id: notice
  date: '2025-12-01'
  step: Ann is suspected.
  status: confirmed
  body: A bureau
  persons: [ann]
  proceedings: [bribe]
  accuser: A bureau
  sources: [ap-2025]
`;
const SERIES = `- id: index
  title: Index
  unit: points
  columns: [Year, Value]
  rows: [[2024, 35], [2025, 36]]
  as_of: 2025
  sources: [ap-2025]
`;

const TEXT = `---
draft: first
edition: Printed
sources: [ap-2025]
seen: '2026-11-29'
rights: quoted
extent: part
lang: en
---

## 1

There shall be at most 600,000 men.

## 2

Envoys shall count them.
`;
/** A second draft, which reworks the first. */
const SECOND = edit(
  "first",
  "second",
  "First",
  "Second",
  "First",
  "Second",
  "-20'",
  "-21'",
  "  points: 2\n",
  "",
  "  absence: unreported\n",
  "",
)(`${DRAFT}  based_on: [{ draft: first, how: Reworked., sources: [ap-2025] }]\n`);
const SECOND_TEXT = edit("first", "second", "part", "whole")(TEXT);
const SECOND_ANSWER = edit(
  "first",
  "second",
  "600,000",
  "800,000",
  "  words: at most 600,000 men\n",
  "",
)(ANSWER);

const DROPPED = edit("  says: At most 800,000\n", "  absent: true\n  dropped: true\n")(SECOND_ANSWER);

/** A sound ledger, by the name of its file. */
const SOUND: Readonly<Record<string, string>> = {
  publishers: PUBLISHER,
  sources: SOURCE,
  events: EVENT,
  reasons: REASON,
  themes: THEME,
  drafts: DRAFT,
  passages: PASSAGES,
  answers: ANSWER,
  "texts/first.md": TEXT,
  people: PERSON,
  proceedings: PROCEEDING,
  "case-steps": STEP,
  "series/index": SERIES,
};

/** The whole text of a file, or a change of the sound one. */
type Change = string | Uint8Array | ((text: string) => string);
type Changes = Readonly<Record<string, Change>>;

/** Replaces texts, given in pairs, that must be there: a case cannot be right by accident. */
function edit(...pairs: string[]): (text: string) => string {
  return (text) => {
    for (let i = 0; i < pairs.length; i += 2) {
      if (!text.includes(pairs[i]!)) throw new Error(`the text has no ${pairs[i]}`);
      text = text.replace(pairs[i]!, pairs[i + 1]!);
    }
    return text;
  };
}
const add = (more: string) => (text: string) => text + more;

function filesWith(changes: Changes): MarkedFiles {
  const changed = Object.entries(changes).map(([name, change]) => [
    name,
    typeof change === "function" ? change(SOUND[name] ?? "") : change,
  ]);
  const files = { ...SOUND, ...(Object.fromEntries(changed) as Record<string, string | Uint8Array>) };
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.endsWith(".md") ? name : `${name}.yaml`, text]),
  );
}

function inspect(changes: Changes) {
  const marked = writeMarked(filesWith(changes));
  return { ...marked, ...inspectLedger(marked.directory, SITE_IDS, join(marked.directory, "texts")) };
}

/** Expects one problem at each marked place (`▸`), with these parts (joined by “ … ”) of its text, and no other. */
function expectFound(level: "problems" | "warnings", changes: Changes, messages: string[]): void {
  const { directory, places, ...inspected } = inspect(changes);
  const found = sortProblems(inspected[level]);
  expect(found.map((problem) => placeOf(problem, directory))).toEqual(places);
  expect(messages).toHaveLength(places.length);
  found.forEach((problem, i) => {
    for (const part of messages[i]!.split(" … ")) expect(formatProblem(problem)).toContain(part);
  });
  if (level === "warnings") expect(inspected.problems).toEqual([]);
}

type Case = [message: string, changes: Changes, ...messages: string[]];

const FILES: Case[] = [
  ["not UTF-8 from here on … save it", { sources: Buffer.from(`\ufeff${SOURCE}`, "utf16le") }],
  ["not a list of sources … hyphen", { sources: "▸id: ap-2025\n" }],
  ["the row must be fields, each with its name", { "sources/b": "- ▸AP\n" }],
  [
    "`lang` must be a language code",
    { sources: (text) => `\ufeff${edit("lang: en", "lang: ▸English")(text).replaceAll("\n", "\r\n")}` },
  ],
  ["the file belongs to no collection … rename it … people, organisations", { "notes/a": "▸- id: a\n" }],
];

const ROWS: Case[] = [
  ["`sources` must be a list; fix: write [ap-2025]", { people: edit("[ap-2025]", "▸ap-2025") }],
  [
    "item 1 of `sources` must be the id of a source, or { id, words, seen }",
    { events: edit("[ap-2025]", "[▸5]") },
  ],
];

const LINKS: Case[] = [
  [
    "the id `ann` is used twice among people and organisations … organisations.yaml:1",
    {
      organisations: "- {id: ann, name: Ann and Sons, kind: company, role: Maker, sources: [ap-2025]}\n",
      people: edit("id: ann", "id: ▸ann"),
    },
  ],
  [
    "`size-cap` is used twice among clauses",
    { themes: add(edit("id: army", "id: navy", "size-cap", "▸size-cap")(THEME)) },
  ],
  ["`first--size-cap` is used twice among answers", { answers: add(edit("draft", "▸draft")(ANSWER)) }],
  ["`lost` does not exist in publishers … correct the id", { sources: add("  relays: [ap, ▸lost]\n") }],
  ["`first` is of drafts, and must be of publishers", { sources: add("  relays: [▸first]\n") }],
  [
    "`lost` does not exist in people, organisations",
    { events: add("  quote: { by: ▸lost, words: W, lang: en, source: ap-2025 }\n") },
  ],
  [
    "`lost` does not exist in sources",
    { events: edit("[ap-2025]", "[▸{ id: lost, words: W, seen: 2026-11-29 }]") },
  ],
  [
    "`lost` does not exist in `topics` of site.yaml … write one of plan, france",
    { events: edit("topic: plan", "topic: ▸lost") },
  ],
];

const AGGREGATOR = edit("kind: agency", "kind: aggregator");
const STATE = edit("agency", "agency, state_controlled_by: RU");
const SECOND_PUBLISHER = "- {id: afp, name: AFP, kind: agency}\n";
const second = edit("ap-2025", "second", "publisher: ap", "publisher: afp");
const REPORTED = edit("confirmed", "reported\n  attributed_to: AP");
/** All rows of the sound ledger rest on a page of another newsroom, but for what a case changes. */
const twoSources = (publishers: (text: string) => string, events: (text: string) => string): Changes => ({
  publishers: (text) => publishers(text) + SECOND_PUBLISHER,
  sources: add(second(SOURCE)),
  ...Object.fromEntries(
    Object.keys(SOUND)
      .filter((name) => !["publishers", "sources", "themes"].includes(name))
      .map((name) => [name, (text: string) => text.replaceAll("sources: [ap-2025]", "sources: [second]")]),
  ),
  events,
});

const RECEIPTS: Case[] = [
  ["the row must have `title` or `about`", { sources: edit("- id", "- ▸id", "  title: The plan\n", "") }],
  [
    "no `relays` … `relays: [unnamed]`",
    { publishers: AGGREGATOR, sources: edit("publisher: ap", "publisher: ▸ap") },
  ],
  ["every source is a state-controlled outlet", twoSources(STATE, edit("[ap-2025]", "▸[ap-2025]"))],
  ["`value` must come with `unit` … add `unit`, or remove `value`", { answers: add("  value: ▸5\n") }],
];

const MEETING =
  "- {id: m, event: talks, date: '2025-11-23', place: Geneva, format: call, participants: [ann], outcome: No., sources: [ap-2025]}\n";

const EVENTS: Case[] = [
  [
    "`status` must be `confirmed`, or come with `attributed_to` … name the person",
    { events: edit("confirmed", "▸alleged") },
  ],
  ["`end` must not lie before `date`", { events: add("  end: ▸2025-10\n") }],
  ["`status` is missing", { meetings: edit(" event: talks,", "", "- {", "- ▸{")(MEETING) }],
  [
    "`status` must be omitted where an `event` has it … remove `status`",
    { meetings: edit("event: talks,", "event: talks, status: ▸confirmed,")(MEETING) },
  ],
  [
    "the row is confirmed, and `talks`, on which it rests, is reported",
    { events: REPORTED, reasons: (text) => edit("confirmed", "▸confirmed")(text) + "  inference: [talks]\n" },
  ],
  ["1 cell for 2 columns … write null", { "series/index": edit("[2024, 35]", "▸[2024]") }],
  ["has no `searched` … `searched: {", { events: edit("They talked.", "▸They talked. No text found.") }],
  [
    "has no `searched`",
    { unknowns: "- ▸{id: who, topic: plan, what: Who wrote it, result: Officials do not say.}\n" },
  ],
];

/** A second clause, which nothing answers. */
const ADD_NAVY = edit("}]", "}, { id: navy, text: And ships? }]");
const TWO_TEXTS: Changes = { drafts: add(SECOND), "texts/second.md": SECOND_TEXT };
const readWhole = (more: string) =>
  edit("  absence: unreported\n", `  read_whole: { day: '2026-01-01', source: ap-2025 }\n${more}`);
const JUDGEMENT = "- { from: first, to: second, clause: size-cap, verdict: softer, reason: Less. }\n";

const CLAIM =
  "- {id: claim, draft: first, clause: size-cap, regions: [AA-14], asks: talks, says: Left to talks, sources: [ap-2025]}\n";

const DRAFTS: Case[] = [
  ["`says` is missing … add `says`", { answers: edit("- ", "- ▸", "  says: At most 600,000\n", "") }],
  [
    "`absent` must not come with `open`, `words` or `english`",
    {
      answers: edit(
        "  says: At most 600,000\n",
        "",
        "summary: The answer in full.",
        "summary: None.\n  absent: ▸true",
      ),
    },
  ],
  [
    "nobody read `first` whole … remove the row",
    { answers: edit("says: At most 600,000", "absent: ▸true", "  words: at most 600,000 men\n", "") },
  ],
  [
    "`date` 2027-11-23 is later than 2026-11-29, the last day on which any source … correct",
    { events: edit("'2025-11-23'", "▸'2027-11-23'") },
  ],
  [
    "held whole, so none of it is unread … remove `absence`",
    { drafts: edit("absence: ", "absence: ▸"), "texts/first.md": edit("part", "whole") },
  ],
  [
    "`words` must come with `passages` … add the number of the passage",
    { answers: edit("  passages: ['1', '2']\n", "", "words: ", "words: ▸"), passages: "[]\n" },
  ],
  [
    "the words are not in passages 1, 2 of texts/first.md … copy them from the passage, or correct its number",
    { answers: edit("words: at most 600,000 men", "words: ▸at most 600,000 soldiers") },
  ],
  [
    "the words are not in passages 1, 2 of any text that is held",
    {
      "texts/first.md": edit("draft: first", "draft: second")(TEXT),
      drafts: add(SECOND),
      answers: edit("words: ", "words: ▸"),
    },
  ],
  [
    "`first` reworks no text that could have it … name the text in `based_on`",
    { answers: edit("second", "first", "dropped: ", "dropped: ▸")(DROPPED) },
  ],
  [
    "the text is held whole, and has no passage 3 … correct `points`",
    {
      drafts: edit("points: 2", "points: ▸3", "  absence: unreported\n", ""),
      "texts/first.md": edit("part", "whole"),
    },
  ],
  ["the draft `first` has no passage 3", { answers: edit("'2']", "'2', ▸'3']") }],
  ["`first` has an answer to `size-cap`", { drafts: readWhole("  silent_on: [▸size-cap]\n") }],
  [
    "`first` has an answer to `size-cap` … remove one",
    { drafts: edit("  absence: unreported\n", "  unknown_on: [▸size-cap]\n") },
  ],
  [
    "`first` has an answer to `navy`",
    { themes: ADD_NAVY, drafts: readWhole("  silent_on: [navy]\n  unknown_on: [▸navy]\n") },
  ],
  [
    "`second` is not the nearest earlier text of `second` that is held: that is first … name it in `based_on`",
    { ...TWO_TEXTS, alignments: "- { drafts: [▸second, second], from: ['1'], to: ['1'] }\n" },
  ],
  [
    "`value` 150 is no number of the answer, “At most 600,000”",
    { answers: add("  value: ▸150\n  unit: men\n") },
  ],
  [
    "no text of `first` has the passage 9",
    { ...TWO_TEXTS, alignments: "- { drafts: [first, second], from: [▸'9'], to: ['1', '2'] }\n" },
  ],
  [
    "held and read in part, so nothing in it shows that the passage is new … name in `sources` who says so",
    { ...TWO_TEXTS, alignments: "- { drafts: [first, second], from: [], to: ▸['1', '2'] }\n" },
  ],
  [
    "the passage 1 of `first` is dropped here and aligned in another row",
    {
      ...TWO_TEXTS,
      alignments:
        "- { drafts: [first, second], from: ['1'], to: ['1'] }\n- { drafts: [first, second], from: [▸'1'], to: [] }\n",
    },
  ],
  [
    "the passage 2 of `second` is in another row too, from 1 to 2",
    {
      ...TWO_TEXTS,
      alignments:
        "- { drafts: [first, second], from: ['1'], to: ['2'] }\n- { drafts: [first, second], from: ['2'], to: ▸['2'] }\n",
    },
  ],
  [
    "passage 1 came from 1 of `first`, say the alignments, and `first` is entered as silent on `navy` … add an answer of `first`",
    {
      drafts: (text) => readWhole("  silent_on: [navy]\n")(text) + SECOND,
      themes: ADD_NAVY,
      "texts/second.md": SECOND_TEXT,
      answers: add(
        edit(
          "first",
          "second",
          "size-cap",
          "navy",
          "at most 600,000 men",
          "There shall be at most 600,000 men",
        )(ANSWER).replace("['1'", "▸['1'"),
      ),
      alignments: "- { drafts: [first, second], from: ['1'], to: ['1'] }\n",
    },
  ],
  [
    "`second` does not answer `size-cap` … add its answer",
    { drafts: add(SECOND), judgements: edit("size", "▸size")(JUDGEMENT) },
  ],
  [
    "both answers say the same",
    {
      drafts: add(SECOND),
      answers: add(edit("800,000", "600,000")(SECOND_ANSWER)),
      judgements: edit("softer", "▸softer")(JUDGEMENT),
    },
  ],
  [
    "the passage 3 of a quoted text has 41 words, at most 40 are allowed",
    { "texts/first.md": add(`\n▸## 3\n\n${"ship ".repeat(41)}\n`) },
  ],
  [
    "without what is struck the marks read “At most 600,000 good men”, and `second` has “”",
    {
      drafts: add(SECOND),
      answers: add(SECOND_ANSWER),
      judgements: edit("Less.", "Less., marks: ▸'At most 600,000 {+good+} men'")(JUDGEMENT),
    },
  ],
  [
    "cannot rework `second` of",
    {
      ...TWO_TEXTS,
      drafts: add(SECOND.replace("draft: first", "draft: ▸second")),
      alignments: "- { drafts: [first, second], from: ['1'], to: ['1'] }\n",
    },
  ],
  [
    "`first` has no answer to `navy`",
    {
      "region-claims": edit("clause: size-cap", "clause: ▸navy")(CLAIM),
      themes: ADD_NAVY,
    },
  ],
];

const BEA = edit("id: ann", "id: bea", "Ann", "Bea")(PERSON);
const HERS = edit("bribe", "hers", "person: ann", "person: bea")(PROCEEDING);
const HER_STEP = edit("notice", "her-notice", "[ann]", "[bea]", "[bribe]", "[hers]")(STEP);
const two = (step: string): Changes => ({
  people: add(BEA),
  proceedings: add(HERS),
  "case-steps": add(HER_STEP + step),
});

const CASES: Case[] = [
  ["must say alleged, suspected of, accused of", { proceedings: edit("alleged bribe", "▸took a bribe") }],
  [
    "names Ann and “bribes” … accused of",
    { events: edit("They talked.", "▸Ann took bribes free of charge.") },
  ],
  [
    "`hers` is a proceeding against bea, who is not among `persons`",
    two(edit("notice", "b", "[bribe]", "[▸hers]")(STEP)),
  ],
  [
    "in `bribe` the accuser is A bureau, in the step The police",
    { "case-steps": edit("[bribe]", "[▸bribe]", "accuser: A bureau", "accuser: The police") },
  ],
  [
    "older than the newest step or receipt, of 2026-01-01",
    { "case-steps": edit("'2025-12-01'", "'2026-01-01'"), proceedings: edit("as_of: ", "as_of: ▸") },
  ],
  [
    "no row of case-steps has the proceeding `hers`",
    { people: add(BEA), proceedings: add(edit("- id", "- ▸id")(HERS)) },
  ],
  [
    "`as_of` 2025-12-31 is older than the newest step or receipt, of 2026-01-02",
    { sources: add("  published: '2026-01-02'\n"), proceedings: edit("as_of: ", "as_of: ▸") },
  ],
  [
    "`in_favour` must come with `against`",
    { proceedings: add("  in_favour: ▸{ text: Free., sources: [ap-2025] }\n") },
  ],
  ...["None", "n/a", "–", "No comment."].map((text): Case => [
    "must say what those concerned answer",
    { proceedings: edit("Denies it.", `▸'${text}'`) },
  ]),
  [
    "must come with `sources`, or say that no answer was found",
    { proceedings: edit("text: D", "text: ▸D", ", date: '2025-12-01', sources: [ap-2025]", "") },
  ],
  [
    "`figures` must not be confirmed in an accusation",
    {
      events: (text) =>
        edit("confirmed", "alleged\n  attributed_to: A bureau")(text) +
        "  figures: ▸[{ id: a, name: a, value: 1, unit: EUR, certainty: confirmed }]\n",
    },
  ],
];

describe("bad content is rejected, with its place and the fix", () => {
  const all = {
    files: FILES,
    rows: ROWS,
    links: LINKS,
    receipts: RECEIPTS,
    events: EVENTS,
    drafts: DRAFTS,
    cases: CASES,
  };
  for (const [about, cases] of Object.entries(all))
    test.for(cases)(`${about}: %s`, ([message, changes, ...more]) =>
      expectFound("problems", changes, [message, ...more]),
    );
});

/** A page of an aggregator, which names its origin in this way. */
const digest = (relays: string): Changes => ({
  publishers: add("- {id: digest, name: Digest, kind: aggregator}\n"),
  sources: add(`${edit("ap-2025", "copy", "publisher: ap", "publisher: digest")(SOURCE)}  relays: ${relays}`),
});

test.for<Case>([
  [
    "confirmed, and rests on one source that is no record: `ap-2025`",
    { publishers: edit("agency", "speaker"), events: edit("confirmed", "▸confirmed") },
  ],
  [
    "`first` has no answer to `navy` yet (“And ships?”) … add `- { draft: first, clause: navy, says: …",
    {
      drafts: (text) =>
        readWhole("  silent_on: [port]\n  unknown_on: [oars]\n")(text).replace("whole: ", "whole: ▸"),
      themes: edit(
        "}]",
        "}, { id: navy, text: And ships? }, { id: port, text: P? }, { id: oars, text: O? }]",
      ),
    },
  ],
  ["is 100 years or more from 1925", { drafts: add(SECOND), events: edit("'2025", "▸'1925") }],
  [
    "passage 1 of texts/second.md has these words, and `second` is entered as silent",
    {
      drafts: add(`${SECOND}  read_whole: { day: '2026-01-01', source: ap-2025 }\n  silent_on: [size-cap]\n`),
      "texts/second.md": SECOND_TEXT,
      answers: edit("words: ", "words: ▸"),
    },
  ],
  [
    "`first` has the same words, and says “At most 600,000” … write the same in both",
    {
      ...TWO_TEXTS,
      answers: add(edit("first", "second", "says: At most 600,000", "says: ▸No more than 600,000")(ANSWER)),
    },
  ],
  [
    "2 of 2 passages are in no alignment: 1, 2 … add rows to alignments.yaml",
    {
      drafts: (text) => edit("  absence: unreported\n", "")(text) + SECOND,
      "texts/first.md": edit("part", "whole", "## 1", "▸## 1")(TEXT),
      "texts/second.md": edit("whole", "whole ▸# 4", "## 1", "▸## 1")(SECOND_TEXT),
    },
    "the text ends before the #",
    "2 of 2 passages are in no alignment: 1, 2",
  ],
])("a warning stops no build: %s", ([message, changes, ...more]) =>
  expectFound("warnings", changes, [message, ...more]),
);

const GOOD: [name: string, changes: Changes][] = [
  ["the sound ledger", {}],
  [
    "the words of somebody who was there, on a page of another",
    {
      publishers: (text) => `${edit("agency", "press")(text)}- {id: ann-diary, name: Ann, kind: speaker}\n`,
      sources: add("  relays: [ann-diary]\n"),
    },
  ],
  ["an aggregator that says of whom", digest("[ap]\n  carries: whole\n")],
  // Which needs no row of its own.
  ["an origin that is not named", digest("[unnamed]\n")],
  ["what a state said, told as its words", twoSources(STATE, add("  attributed_to: The ministry\n"))],
  ["a state-controlled outlet and another", twoSources(STATE, edit("[ap-2025]", "[ap-2025, second]"))],
  [
    "a headline of an official body that is accepted",
    {
      publishers: edit("agency", "official-body"),
      sources: edit("read: part", "read: title"),
      events: add("  accepted: It speaks for itself.\n"),
    },
  ],
  [
    "a search of that day",
    {
      events: (text) =>
        edit("They talked.", "No text found.")(text) +
        "  searched: { date: '2025-11-23', languages: [en] }\n",
    },
  ],
  [
    "a year for a text that reworks one of a day in it",
    { drafts: add(SECOND.replace("'2025-11-21'", "2025")), answers: add(DROPPED) },
  ],
  [
    "a step in two proceedings, with a witness",
    { ...two(""), "case-steps": (text) => edit("[ann]", "[ann, bea]", "[bribe]", "[bribe, hers]")(text) },
  ],
];

test.for(GOOD)("what looks alike and is right passes: %s", ([, changes]) => {
  expectFound("problems", changes, []);
  expectFound("warnings", changes, []);
});

test("what refers to a wrong row or file is not called wrong too; sound rows are given", () => {
  const changes = { sources: edit("lang: en", "lang: ▸English"), answers: "▸id: a\n" };
  expectFound("problems", changes, ["not a list", "`lang`"]);
  const { ledger } = inspect(changes);
  expect([ledger.events.length, ledger.sources.length]).toEqual([1, 0]);
});

test.for<[what: string, text: (text: string) => string, sources: string[]]>([
  ["its passages", edit("lang: en", "passages: { '2': { sources: [p] } }\nlang: en"), ["ap-2025", "p"]],
  ["its draft, where a passage is not held", edit("## 2\n\nEnvoys", "", "[ap-2025]", "[p]"), ["ap-2025"]],
])("an answer without sources has those of %s", ([, text, sources]) => {
  const answers = edit("  sources: [ap-2025]\n", "");
  const page = add(edit("ap-2025", "p")(SOURCE));
  const { ledger } = inspect({ answers, sources: page, "texts/first.md": text });
  expect(ledger.answers[0]).toMatchObject({ sources });
});

test("a ledger is read in the order of its files, from one file or a folder of them, with defaults", () => {
  const { directory } = writeMarked(
    filesWith({
      "sources/b": edit("ap-2025", "b")(SOURCE),
      "sources/deep/a": edit("ap-2025", "a")(SOURCE),
      events: edit("Talks", '"  Talks  "'),
      "series/index": edit("35", "null"),
    }),
  );
  const ledger = readLedger(directory, SITE_IDS, join(directory, "texts"));
  expect(ledger.sources.map(({ id }) => id)).toEqual(["ap-2025", "b", "a"]);
  expect(ledger.events[0]).toMatchObject({ title: "Talks", actors: [], figures: [] });
  expect(ledger.series[0]).toMatchObject({
    as_of: "2025",
    rows: [
      [2024, null],
      [2025, 36],
    ],
  });
  const { directory: empty } = writeMarked({});
  expect(Object.values(readLedger(empty, SITE_IDS, join(empty, "texts"))).flat()).toEqual([]);
});

test("a source that nothing uses is told at its place; a quotation, a disagreement or a text elsewhere uses one", () => {
  const { directory, places, rows } = inspect({
    events: add("  quote: {by: ann, words: Words, lang: en, source: q}\n"),
    disagreements: "- {id: d, subject: S, versions: V, about: [talks], sources: [s]}\n",
    sources: add(["▸lost", "cited", "q", "s"].map((id) => edit("ap-2025", id)(SOURCE)).join("")),
  });
  const problems = unusedSources(rows, new Set(["cited"]));
  expect(problems.map((problem) => placeOf(problem, directory))).toEqual(places);
  expect(problems[0]!.message).toBe("the source `lost` is never cited");
});
