import { describe, test } from "vitest";
import { type BadContent, edit, EVENT, expectRefused, SERIES, SOURCE } from "./bad-content.fixture.ts";

const CASES: BadContent[] = [
  [
    "a quote that is not closed",
    { "sources.yaml": '- id: ap\n  title: "The plan▸' },
    ["YAML syntax", "Missing closing"],
  ],
  [
    "a colon in unquoted text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The plan: a text") },
    ["YAML syntax", "Nested mappings", "colons"],
  ],
  ["a tab as indentation", { "sources.yaml": "-▸\tid: ap\n" }, ["YAML syntax", "Tabs are not allowed"]],
  [
    "a key that stands twice",
    { "sources.yaml": `${SOURCE}  ▸lang: fr\n` },
    ["the key `lang` stands twice", "remove one of the two"],
  ],
  ["a key in brackets", { "sources.yaml": "- ▸[a, b]: c\n" }, ["a key is not text"]],
  [
    "brackets without end",
    { "sources.yaml": `▸- ${"[".repeat(5000)}` },
    ["nested too deeply", "stand too often"],
  ],
  [
    "rows without hyphens",
    { "sources.yaml": `- ▸${Array.from({ length: 101 }, (_, i) => `k${i}: 1`).join("\n  ")}\n` },
    ["a row has 101 keys"],
  ],
  ["an alias of itself", { "sources.yaml": "- &a [▸*a]\n" }, ["the alias `*a`"]],
  [
    "a number that is too large to keep",
    {
      "events.yaml": `${EVENT}  figures:\n    - {id: votes, name: Votes, value: ▸1e999, unit: votes}\n`,
      "sources.yaml": SOURCE,
    },
    ["the number Infinity", "a larger unit"],
  ],
  [
    "more digits than a number keeps",
    { "series/index.yaml": edit(SERIES, "36]", "▸36000000000000000000]"), "sources.yaml": SOURCE },
    ["cannot be kept exactly"],
  ],
  [
    "what is no number",
    { "series/index.yaml": edit(SERIES, "36]", "▸.nan]"), "sources.yaml": SOURCE },
    ["the number NaN"],
  ],
  [
    "two documents in a file",
    { "sources.yaml": `${SOURCE}▸---\n${SOURCE}` },
    ["YAML syntax", "multiple documents"],
  ],
  [
    "a tag that nobody knows",
    { "sources.yaml": edit(SOURCE, "title: ", "title: ▸!secret ") },
    ["YAML syntax", "!secret"],
  ],
  [
    "an alias",
    {
      "sources.yaml": edit(SOURCE, "publisher: ap", "publisher: &name ap").replace(
        "title: The plan",
        "title: ▸*name",
      ),
    },
    ["the alias `*name` stands for another value"],
  ],
  [
    "an alias that would merge a row",
    { "sources.yaml": `- &row\n  id: ap\n- <<: ▸*row\n` },
    ["the alias `*row`"],
  ],
  [
    "a UTF-16 file",
    { "sources.yaml": Buffer.from(`\ufeff${SOURCE}`, "utf16le") },
    ["the file is not UTF-8 text"],
  ],
  ["a UTF-16 file without its mark", { "sources.yaml": "-▸\0\n\0" }, ["a zero byte", "UTF-8"]],
  [
    "Latin-1",
    { "sources.yaml": Buffer.from(edit(SOURCE, "The plan", "Le café"), "latin1") },
    ["the file is not UTF-8 text"],
  ],
  [
    "ten megabytes",
    { "sources.yaml": Buffer.from(edit(SOURCE, "The plan", "x".repeat(10_000_000))) },
    ["the file has 10000108 bytes, more than 4000000", "split it"],
  ],
  ["an empty file", { "sources.yaml": "▸" }, ["not a list", "a list of sources"]],
  ["a file of comments alone", { "sources.yaml": "▸# nothing yet\n" }, ["not a list"]],
  ["a row where a list should be", { "sources.yaml": "▸id: ap\npublisher: AP\n" }, ["not a list", "hyphen"]],
  [
    "text where a row should be",
    { "sources.yaml": "- ▸AP\n" },
    ["the row: Invalid input: expected object, received string"],
  ],
  [
    "a row without content",
    { "sources.yaml": "-▸\n" },
    ["the row: Invalid input: expected object, received null"],
  ],
  [
    "lines that end as on Windows",
    { "sources.yaml": edit(SOURCE, "lang: en", "lang: ▸English").replaceAll("\n", "\r\n") },
    ["`lang` must be a language code such as en, uk or fr"],
  ],
  [
    "a byte order mark before the text",
    { "sources.yaml": `\ufeff${edit(SOURCE, "lang: en", "lang: ▸English")}` },
    ["`lang` must be a language code such as en, uk or fr"],
  ],
  [
    "a file in an unknown collection",
    { "notes/a.yaml": "▸- id: a\n", "sources.yaml": SOURCE },
    ["the file belongs to no collection", "rename it"],
  ],
  ["a misspelled collection", { "sorces.yml": `▸${SOURCE}` }, ["belongs to no collection"]],
];

describe("a file that must not be published is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});
