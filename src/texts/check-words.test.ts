import { describe, test } from "vitest";
import { type BadText, expectFound, HEAD, page } from "./check.fixture.ts";

const CASES: BadText[] = [
  [
    "one defined over two lines",
    page("Text [here].\n\n▸[here]:\n  javascript:alert(x)"),
    ["the link to `javascript:alert(x)` is not an address"],
  ],
  [
    "one by backslashes",
    page("Text ▸[here](/\\\\evil.example/)"),
    ["the link to `/\\evil.example/` is not an address"],
  ],
  ["the quotation of a fact that has none", page('▸<Quote id="talks" />'), ["`talks` has no `quote`"]],
  [
    "a quotation that the text holds itself",
    page("▸He said: “We will talk”."),
    ["the text holds the quotation “We will talk”", "<Quote id="],
  ],
  ["one in single marks", page("▸It was ‘Ann’s very own’ idea."), ["“Ann’s very own”"]],
  ["one in guillemets", page("▸It was «very good talks»."), ["“very good talks”"]],
  [
    "one with emphasis, a component and a line break in it",
    page('▸Said:\n“we *will*\n<Term id="e3">talk</Term>”.'),
    ["“we will"],
  ],
  ["one that is not closed", page("▸He said: “We will talk."), ["“We will talk.”"]],
  ["a block quotation", page("Said:\n\n▸> We talk."), ["the text holds a block quotation"]],
  [
    "a figure without a receipt",
    page("▸There were 28 points."),
    ["a paragraph with a figure, a date or an offence has no receipt: “There were 28 poi"],
  ],
  [
    "a figure that its receipt does not have",
    page('▸There were 27 points.<Fact id="talks" />'),
    ["“27” is in none of the rows that are cited beside it: `talks`", "cite the row that has it"],
  ],
  [
    "wrongdoing without a receipt",
    page("▸There was fraud."),
    ["an offence has no receipt: “There was fraud"],
  ],
  [
    "an accusation told as a fact, in a text, a heading, a row and the frontmatter",
    {
      "plan.mdx": `${HEAD.replace("A text in", "▸The fraud of Envoy in")}
▸## Envoy’s fraud

▸Envoy took part in fraud, and denies it.<Fact id="talks" />

It was a fraud. Envoy is alleged to have led it.<Fact id="talks" />

▸<Person id="envoy" /> took bribes free of charge.<Fact id="talks" />

| Who | What |
| --- | --- |
▸| Envoy<Fact id="talks" /> | bribes |
`,
    },
    ["names Ann Envoy", "“fraud”", "“prosecutors allege that she took bribes”"],
    ["Ann Envoy"],
    ["Ann Envoy"],
    ["“bribes”"],
    ["“bribes”"],
  ],
];

describe("words of others and what has no receipt are rejected, with the place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectFound(files, messages));
});
