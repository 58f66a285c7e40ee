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
    ["`url` must be a web address that starts with http:// or https://, with"],
  ],
  [
    "an address that is data",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸data:text/html,x") },
    ["`url` must be a web address that starts with http:// or https://, with"],
  ],
  [
    "an address with a user name in front",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https://ap.example@evil.example/") },
    ["`url` must be a web address that starts with http:// or https://, with"],
  ],
  [
    "an address that reads backwards",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https://ap.example/\u202enalp") },
    ["`url` must be a web address that starts with http:// or https://, with"],
  ],
  [
    "an address without a host",
    { "sources.yaml": edit(SOURCE, "https://ap.example/plan", "▸https:///") },
    ["`url` must be a web address that starts with http:// or https://, with"],
  ],
  [
    "an id in capitals",
    { "sources.yaml": edit(SOURCE, "ap-2025", "▸AP_2025") },
    ["`id` must be lower-case letters and digits joined by single hyphens"],
  ],
  [
    "a language that is no code",
    { "sources.yaml": edit(SOURCE, "lang: en", "lang: ▸English") },
    ["`lang` must be a language code such as en, uk or fr"],
  ],
  [
    "a name under a language that is no code",
    {
      "organisations.yaml": `- id: o\n  name: O\n  kind: state\n  role: R\n  sources: [ap-2025]\n  names: {▸Ukrainian: О}\n`,
      "sources.yaml": SOURCE,
    },
    ["the key `Ukrainian` must be a language code such as en, uk or fr"],
  ],
  [
    "a right-to-left override",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The \u202enalp") },
    ["`title` must not hold the hidden character U+202E"],
  ],
  [
    "a mark for Arabic letters",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The \u061cplan") },
    ["`title` must not hold the hidden character U+061C"],
  ],
  [
    "a space without width",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The\u200bplan") },
    ["`title` must not hold the hidden character U+200B"],
  ],
  [
    "letters that nobody sees",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The plan\u{e0041}\u{e0042}") },
    ["`title` must not hold the hidden character U+E0041"],
  ],
  [
    "a line separator",
    { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\u2028plan"') },
    ["`title` must not hold the hidden character U+2028"],
  ],
  [
    "half a character",
    { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\ud800plan"') },
    ["`title` must not hold half a character"],
  ],
  [
    "an escape sequence of a terminal",
    { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\e[31mplan"') },
    ["`title` must not hold the hidden character U+001B"],
  ],
  [
    "a script in text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸<script>alert(1)</script>") },
    ["`title` must be plain text without < or >"],
  ],
  [
    "a zero byte",
    { "sources.yaml": edit(SOURCE, "The plan", '▸"The\\0plan"') },
    ["`title` must not hold the hidden character U+0000"],
  ],
  [
    "HTML in text",
    { "sources.yaml": edit(SOURCE, "The plan", "▸The <b>plan</b>") },
    ["`title` must be plain text without < or >"],
  ],
  ["blank text", { "sources.yaml": edit(SOURCE, "The plan", "▸'  '") }, ["`title` must not be empty"]],
  [
    "text that is too long",
    { "events.yaml": edit(EVENT, "Talks", `▸${"x".repeat(91)}`), "sources.yaml": SOURCE },
    ["`title`: Too big: expected string to have <=60 characters"],
  ],
];

describe("a text that must not be published is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});
