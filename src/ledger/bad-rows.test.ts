import { describe, test } from "vitest";
import {
  ACCUSED,
  type BadContent,
  DRAFT,
  edit,
  EVENT,
  expectRefused,
  PROCEEDING,
  SERIES,
  SOURCE,
  THEME,
} from "./bad-content.fixture.ts";

const CASES: BadContent[] = [
  [
    "a list where text should be",
    { "sources.yaml": edit(SOURCE, "The plan", "▸[a, b]") },
    ["`title`: Invalid input: expected string, received array"],
  ],
  [
    "text where a number should be",
    { "themes.yaml": edit(THEME, "order: 1", "order: ▸first") },
    ["`order`: Invalid input: expected number, received string"],
  ],
  [
    "a number that is not whole",
    { "themes.yaml": edit(THEME, "order: 1", "order: ▸1.5") },
    ["`order`: Invalid input: expected int, received number"],
  ],
  [
    "a number that is too small",
    { "themes.yaml": edit(THEME, "order: 1", "order: ▸0") },
    ["`order`: Too small: expected number to be >0"],
  ],
  [
    "a draft that is by nobody",
    { "drafts.yaml": edit(DRAFT, "  by: [united-states]", "  by: ▸[]"), "sources.yaml": SOURCE },
    ["`by`: Too small: expected array to have >=1 items"],
  ],
  [
    "a draft that does not say whose it is",
    { "drafts.yaml": edit(DRAFT, "- id: first\n", "- ▸id: first\n").replace("  by: [united-states]\n", "") },
    ["`by` is missing", "add `by`"],
  ],
  [
    "a truth value where a date should be",
    { "sources.yaml": `${SOURCE}  published: ▸true\n` },
    ["`published` must be a date as YYYY-MM-DD, YYYY-MM or YYYY"],
  ],
  [
    "a truth value in a table",
    { "series/index.yaml": edit(SERIES, "[2025, 36]", "[2025, ▸true]"), "sources.yaml": SOURCE },
    ["item 2 of item 2 of `rows` must be a number, a text, null or { value: "],
  ],
  [
    "a quotation of 31 words",
    {
      "events.yaml": `${EVENT}  quote: {by: somebody, lang: en, text: ▸${"word ".repeat(31).trim()}, source: ap-2025}\n`,
      "people.yaml": ACCUSED,
      "sources.yaml": SOURCE,
    },
    ["30 words at most"],
  ],
  [
    "an accusation told as a fact",
    {
      "people.yaml": ACCUSED,
      "proceedings.yaml": edit(PROCEEDING, "alleged bribe", "▸took a bribe"),
      "sources.yaml": SOURCE,
    },
    ["alleged, suspected of, accused of, charged with or indicted for"],
  ],
  [
    "a flow told as a fact",
    {
      "flows.yaml":
        "- {id: flow, from: A, to: B, label: ▸payment, alleged_by: A bureau, certainty: alleged, answer: No., sources: [ap-2025]}\n",
      "sources.yaml": SOURCE,
    },
    ["alleged, suspected of, accused of, charged with or indicted for"],
  ],
  [
    "an unknown key",
    { "sources.yaml": `${SOURCE}  ▸publihsed: 2025\n` },
    ["unknown key `publihsed`", "correct the spelling"],
  ],
  ["a key that is a number", { "sources.yaml": `${SOURCE}  ▸2025: yes\n` }, ["unknown key `2025`"]],
  [
    "a key that would reach a prototype",
    { "sources.yaml": `${SOURCE}  ▸__proto__: {title: x}\n` },
    ["unknown key `__proto__`"],
  ],
  [
    "an unknown key deep in a row",
    {
      "events.yaml": `${EVENT}  figures:\n    - {id: votes, name: Votes, value: 1, unit: votes, ▸vlaue: 2}\n`,
      "sources.yaml": SOURCE,
    },
    ["unknown key `vlaue`"],
  ],
  [
    "a word that is none of the choices",
    { "sources.yaml": edit(SOURCE, "kind: news", "kind: ▸nwes") },
    ['`kind`: Invalid option: expected one of "news"|"official"|"analysis"|"'],
  ],
  [
    "a day that does not exist",
    { "sources.yaml": `${SOURCE}  published: ▸2025-02-30\n` },
    ["`published` must be a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY"],
  ],
  [
    "a day where only whole dates go",
    { "drafts.yaml": edit(DRAFT, "'2025-11-20'", "▸2025-11"), "sources.yaml": SOURCE },
    ["`date` must be a date that exists, as YYYY-MM-DD"],
  ],
  [
    "a question without a question mark",
    { "themes.yaml": edit(THEME, "How large may it be?", "▸How large") },
    ['`text`: Invalid string: must end with "?"'],
  ],
  [
    "a theme without questions",
    {
      "themes.yaml": edit(
        THEME,
        "questions:\n    - id: army-cap\n      text: How large may it be?\n",
        "questions: ▸[]\n",
      ),
    },
    ["`questions`: Too small: expected array to have >=1 items"],
  ],
  [
    "a fact without sources",
    { "events.yaml": edit(EVENT, "[ap-2025]", "▸[]"), "sources.yaml": SOURCE },
    ["`sources` must have at least one source id"],
  ],
  ...(["answer", "by", "stage", "as_of"] as const).map((key): BadContent => [
    `a proceeding without \`${key}\``,
    {
      "people.yaml": ACCUSED,
      "proceedings.yaml": PROCEEDING.replace(new RegExp(`^  ${key}:.*\\n(    .*\\n)*`, "m"), "").replace(
        "- id",
        "- ▸id",
      ),
      "sources.yaml": SOURCE,
    },
    [`\`${key}\` is missing`],
  ]),
];

describe("a row that must not be published is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});
