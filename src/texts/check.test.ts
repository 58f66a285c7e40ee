import { describe, test } from "vitest";
import type { MarkedFiles } from "../yaml/marked-files.fixture.ts";
import { type BadText, expectFound, HEAD, head, page } from "./check.fixture.ts";

const CASES: BadText[] = [
  [["unknown component or tag <Video>", "plain Markdown"], page('▸<Video id="a" />')],
  [["<img>"], page('Text \\\\▸<img src="x" />')],
  [["Unexpected closing tag `</Person>`"], page("Text ▸</Person>")],
  [["<Fact> is not written in full", '<Fact id="…" />'], page("▸<Fact />")],
  [["not written in full"], page('▸<Fact id="talks" client:load />')],
  [["would be run as code", "write \\{"], page("Text ▸{process.env.HOME}")],
  [["would be run as code"], page("Text \\`▸{process.version}\\`")],
  [["is code", "components need no import"], page('▸import fs from "node:fs";')],
  [
    ["the link to `javascript:alert(x)` is not an address", "https://…, /path/, #anchor"],
    page("Text ▸[here](javascript:alert(x))"),
  ],
  [["the link to `//evil.example/` is not an address"], page("Text ▸[here](//evil.example/)")],
  [["the link to `#50%` is not an address", "%25"], page("Text ▸[here](#50%)")],
  [["a picture", "draw it as a chart"], page("▸![A tank](tank.png)")],
  [["is not an address"], page("Text ▸[here](https://ok.example%2F@evil.example/)")],
  [["heading of the first level", "begin it with ##"], page("▸# What is the plan?")],
  [["U+202E", "remove it"], page("▸Text &#x202E;txet")],
  [["U+202E", "remove it"], page("Text ▸\u202etxet")],
  [["`walks` does not exist"], page('Text ▸<Fact id="talks walks" />')],
  [
    ['<Chart id="size-cap"> is in the text twice'],
    page('<Chart id="size-cap" />\n\n▸<Chart id="size-cap" />'),
  ],
  [["the attribute `onclick`"], page('▸## What? {#what onclick="hit()"}')],
  [["the id `What`", "lower-case"], page("▸## What? {#What}")],
  [["another heading has it"], page("## What? {#what}\n\n▸## What else? {#what}")],
  [
    ["`a`"],
    page('▸<Person id="a" />\n▸<Draft id="b" />\n▸<Term id="c" />\n\n▸<Chart id="d" />'),
    ["`b`"],
    ["`c`"],
    ["`d`"],
  ],
  [["<Clause", "`first` does not exist"], page('<Clause id="cap" />\n\n▸<Clause id="first" />')],
  [["no frontmatter", "begin it with ---"], { "plan.mdx": "▸Text.\n" }],
  [["no frontmatter"], { "plan.mdx": "▸---\ntitle: A\n\nText.\n" }],
  [["a colon is inside a text without quotes", "in quotes"], head("topic: plan", "topic: ▸plan: france")],
  [
    ["`title` must not hold the hidden character U+202E"],
    head("title: What is the plan?", 'title: ▸"\\u202Eevil"'),
  ],
  [
    ["`peace` does not exist in `topics` of site.yaml; fix: write one of plan, france, corruption"],
    head("topic: plan", "topic: ▸peace"),
  ],
];

describe("an explainer that must not be published is rejected, with the place and the fix", () => {
  test.for(CASES)("%s", ([message, files, ...more]) => expectFound(files, [message, ...more]));
});

test("what an explainer may say is not rejected", () => {
  expectFound(
    page(
      [
        "## What is *in* it?",
        'Ukraine’s army would be capped at 800,000.<Fact id="talks" /> ' +
          '<Person id="envoy">Ann Envoy</Person>, who is alleged to have committed fraud, denies it.',
        "A \\{brace\\}, a brace \\} more, six < seven, &lt; a sign, `a < b {c}` and [a link](/plan/), [another](https://ap.example/caf%C3%A9), desk@ap.example and [one more](#here).",
        '- In the <Draft id="first">first draft</Draft>, <Fact id="talks">they talked</Fact>; the <Term id="e3" />.',
        'It was “in brackets”, a "basis", ’twas said; the envoys’ own talks. She said: <Quote id="speech" />.<Fact id="speech" />',
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
    "Of 5 pages 3 count.",
    '<Meanings id="status" />',
    '<Unknowns id="plan france" />',
  ];
  expectFound(text(body.join("\n\n")), [], "page");
  const bad = [
    '▸<Meanings id="walks" />',
    '▸<Fact id="talks" />',
    "▸<Meanings />",
    '▸<Proceedings id="lost" />',
    "▸Envoy took part in fraud.",
  ];
  expectFound(
    text(bad.join("\n\n")),
    [
      ["`walks` is none of status, "],
      ["unknown component or tag <Fact>", "<Meanings>"],
      ["in full"],
      ["`lost`"],
      ["Ann Envoy"],
    ],
    "page",
  );
});

test("Windows line ends and a byte order mark change nothing", () => {
  expectFound({ "plan.mdx": `\ufeff${HEAD}\nText.\n`.replaceAll("\n", "\r\n") }, []);
});
