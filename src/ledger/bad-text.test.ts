import { describe, test } from "vitest";
import { type BadContent, edit, EVENT, expectRefused, SOURCE } from "./bad-content.fixture.ts";

const CASES: BadContent[] = [
  [
    "a source without an address",
    { "sources.yaml": edit(SOURCE, "- id", "- ▸id").replace("  url: https://ap.example/plan\n", "") },
    ["`url` is missing", "add `url`"],
  ],
  [
    "an address that is a script",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸javascript:alert(1)") },
    ["javascript:alert(1)", "http:// or https://"],
  ],
  [
    "an address that is data",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸data:text/html,x") },
    ["data:text/html,x", "http:// or https://"],
  ],
  [
    "an address with a user name in front",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https://ap.example@evil.example/") },
    ["ap.example@evil", "without a user name"],
  ],
  [
    "an address that reads backwards",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https://ap.example/\u202enalp") },
    ["\\u202e", "hidden characters"],
  ],
  [
    "an address without a host",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https:///") },
    ["https:///"],
  ],
  [
    "an id in capitals",
    { "sources.yaml": edit(SOURCE, "ap-2025", "▸AP_2025") },
    ['"AP_2025"', "lower-case letters and digits joined by single hyphens"],
  ],
  [
    "a language that is no code",
    { "sources.yaml": edit(SOURCE, "lang: en", "lang: ▸English") },
    ['"English"', "en, uk or fr"],
  ],
  [
    "a name under a language that is no code",
    {
      "organisations.yaml": `- id: o\n  name: O\n  kind: state\n  role: R\n  sources: [ap-2025]\n  names: {▸Ukrainian: О}\n`,
      "sources.yaml": SOURCE,
    },
    ["key `Ukrainian` is not allowed", "a language code"],
  ],
  [
    "a right-to-left override",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The \u202enalp") },
    ["The \\u202enalp", "direction-changing"],
  ],
  ["a mark for Arabic letters", { "sources.yaml": edit(SOURCE, "The plan", "▸The \u061cplan") }, ["\\u061c"]],
  [
    "a space without width",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The\u200bplan") },
    ["\\u200b", "hidden"],
  ],
  [
    "letters that nobody sees",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The plan\u{e0041}\u{e0042}") },
    ["\\ue0041\\ue0042"],
  ],
  ["a line separator", { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\u2028plan"') }, ["\\u2028"]],
  ["half a character", { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\ud800plan"') }, ["\\ud800"]],
  [
    "an escape sequence of a terminal",
    { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\e[31mplan"') },
    ["\\u001b", "control"],
  ],
  [
    "a script in text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸<script>alert(1)</script>") },
    ["<script>", "plain text without < or >"],
  ],
  ["a zero byte", { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\0plan"') }, ["\\u0000", "control"]],
  [
    "HTML in text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The <b>plan</b>") },
    ["The <b>plan</b>", "plain text without < or >"],
  ],
  [
    "blank text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸'  '") },
    ["`title` is too small or too short", "at least 1"],
  ],
  [
    "text that is too long",
    { "events.yaml": edit(EVENT, "Talks", `▸${"x".repeat(91)}`), "sources.yaml": SOURCE },
    ["`title`", "too long", "(91 characters)", "at most 60"],
  ],
];

describe("a text that must not be published is refused, with its place and the way to mend it", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});
