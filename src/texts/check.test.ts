import { describe, test } from "vitest";
import type { MarkedFiles } from "../yaml/marked-files.fixture.ts";
import { type BadText, expectFound, HEAD, head, page } from "./check.fixture.ts";

const CASES: BadText[] = [
  ["a component that does not exist", page('▸<Video id="a" />'), ["unknown component or tag <Video>"]],
  ["HTML", page("Text ▸<b>text</b>"), ["<b>", "plain Markdown"]],
  ["a tag that a backslash before a backslash does not hide", page('Text \\\\▸<img src="x" />'), ["<img>"]],
  ["a closing tag too many", page("Text ▸</Person>"), ["Unexpected closing tag `</Person>`"]],
  ["a component without an id", page("▸<Fact />"), ["<Fact> is not written in full", '<Fact id="…" />']],
  ["a component with more than an id", page('▸<Fact id="talks" client:load />'), ["not written in full"]],
  ["an expression", page("Text ▸{process.env.HOME}"), ["would be run as code", "write \\{"]],
  [
    "an expression that a mark of code does not hide",
    page("Text \\`▸{process.version}\\`"),
    ["would be run as code"],
  ],
  ["an import", page('▸import fs from "node:fs";'), ["is code", "components need no import"]],
  [
    "a link that is a script",
    page("Text ▸[here](javascript:alert(x))"),
    ["the link to `javascript:alert(x)` is not an address", "https://…, /path/ or #anchor"],
  ],
  [
    "a link that leaves the site unseen",
    page("Text ▸[here](//evil.example/)"),
    ["the link to `//evil.example/` is not an address"],
  ],
  ["a link with half a code", page("Text ▸[here](#50%)"), ["the link to `#50%` is not an address", "%25"]],
  ["a picture", page("▸![A tank](tank.png)"), ["a picture", "draw it as a chart"]],
  [
    "a link with a user name, which hides its host",
    page("Text ▸[here](https://ok.example%2F@evil.example/)"),
    ["is not an address"],
  ],
  [
    "a list in a list in a list and so on",
    page(`${"- ".repeat(29)}▸${"- ".repeat(5000)}x`),
    ["nested too deeply"],
  ],
  ["a title in the text", page("▸# What is the plan?"), ["heading of the first level", "begin it with ##"]],
  ["a hidden character that is written as a code", page("▸Text &#x202E;txet"), ["U+202E", "remove it"]],
  ["a right-to-left override", page("Text ▸\u202etxet"), ["U+202E", "remove it"]],
  [
    "a page that is cited without a row",
    page('Text ▸<Cite id="ap-2025" />'),
    ["<Cite> cited a page", 'write <Fact id="…" /> with the id of the row'],
  ],
  ["an answer that is an event", page('Text ▸<Answer id="talks" />'), ["`talks` does not exist"]],
  ["a fact that does not exist", page('Text ▸<Fact id="talks walks" />'), ["`walks` does not exist"]],
  [
    "a chart shown twice, whose address would lead to the first",
    page('<Chart id="size-cap" />\n\n▸<Chart id="size-cap" />'),
    ['<Chart id="size-cap"> stands twice'],
  ],
  ["a heading that runs something", page('▸## What? {#what onclick="hit()"}'), ["the attribute `onclick`"]],
  ["a heading whose id is no id", page("▸## What? {#What}"), ["the id `What`", "lower-case"]],
  [
    "two headings with one id",
    page("## What? {#what}\n\n▸## What else? {#what}"),
    ["another heading has it"],
  ],
  ["a reason that does not exist", page('Text ▸<Reason id="why not" />'), ["`not` does not exist"]],
  [
    "a person, a draft, a term, a chart and a table that do not exist",
    page('▸<Person id="a" />\n▸<Draft id="b" />\n▸<Term id="c" />\n\n▸<Chart id="d" />\n\n▸<Table id="e" />'),
    ["`a`"],
    ["`b`"],
    ["`c`"],
    ["`d`"],
    ["`e`"],
  ],
  [
    "clauses that nobody asks about",
    page('<Clause id="cap" />\n\n▸<Clause id="first" />'),
    ["<Clause", "`first` does not exist"],
  ],
  ["no frontmatter", { "plan.mdx": "▸Text.\n" }, ["no frontmatter", "begin it with ---"]],
  ["frontmatter without end", { "plan.mdx": "▸---\ntitle: A\n\nText.\n" }, ["no frontmatter"]],
  [
    "broken frontmatter",
    head("topic: plan", "topic: ▸plan: france"),
    ["a colon is inside a text without quotes", "in quotes"],
  ],
  [
    "a hidden character in a title",
    head("title: What is the plan?", 'title: ▸"\\u202Eevil"'),
    ["`title` must not hold the hidden character U+202E"],
  ],
  [
    "a topic that does not exist",
    head("topic: plan", "topic: ▸peace"),
    ["`peace` does not exist in `topics` of site.yaml; fix: write one of plan, france, corruption"],
  ],
];

describe("an explainer that must not be published is rejected, with the place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectFound(files, messages));
});

test("what an explainer may say is not rejected", () => {
  expectFound(
    page(
      [
        "## What is *in* it?",
        'Ukraine’s army would be capped at 800,000.<Fact id="talks" /> ' +
          '<Person id="envoy">Ann Envoy</Person>, who is alleged to have committed fraud, denies it.',
        "A \\{brace\\}, a brace \\} more, six < seven, &lt; a sign, `a < b {c}` and [a link](/plan/), [another](https://ap.example/caf%C3%A9) and [one more](#here).",
        '- In the <Draft id="first">first draft</Draft>, <Fact id="talks">they talked</Fact>; the <Term id="e3" />.',
        'It was “in brackets”, a "basis", ’twas said; the envoys’ own talks. She said: <Quote id="speech" />.',
        'Of 28 points one counts <Fact id="talks" />.',
        '<Chart id="size-cap" />',
      ].join("\n\n"),
    ),
    [],
  );
});

test("a page about the site needs no receipts, has components of its own, and names nobody next to wrongdoing", () => {
  const text = (body: string): MarkedFiles => ({
    "about.mdx": `---\ntitle: About\ndescription: It.\n---\n\n${body}\n`,
  });
  const body = [
    "## What? {#what}",
    'Of <Value id="sources" /> pages 3 count.',
    '<Meanings id="status" />',
    '<Unknowns id="plan france" />',
  ];
  expectFound(text(body.join("\n\n")), [], "page");
  const bad = [
    '▸<Value id="walks" />',
    '▸<Fact id="talks" />',
    "▸<Meanings />",
    '▸<Proceedings id="lost" />',
    "▸Envoy took part in fraud.",
  ];
  expectFound(
    text(bad.join("\n\n")),
    [["`walks`"], ["unknown component or tag <Fact>", "<Meanings>"], ["in full"], ["`lost`"], ["Ann Envoy"]],
    "page",
  );
});

test("a page about the site has a title that search results show whole", () =>
  expectFound(
    { "about.mdx": `---\ntitle: ▸${"x".repeat(61)}\ndescription: It.\n---\n\nText.\n` },
    [["must have at most 60 characters, and has 61"]],
    "page",
  ));

test("Windows line ends and a byte order mark change nothing", () => {
  expectFound({ "plan.mdx": `\ufeff${HEAD}\nText.\n`.replaceAll("\n", "\r\n") }, []);
});
