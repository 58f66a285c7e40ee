import { describe, test } from "vitest";
import { type BadText, expectFound, HEAD, page } from "./check.fixture.ts";

const CASES: BadText[] = [
  [
    ["the link to `javascript:alert(x)` is not an address"],
    page("Text [here].\n\n▸[here]:\n  javascript:alert(x)"),
  ],
  [["the link to `/\\evil.example/` is not an address"], page("Text ▸[here](/\\\\evil.example/)")],
  [["`talks` has no `quote`"], page('She said: ▸<Quote id="talks" />.<Fact id="talks" />')],
  [
    ['<Quote id="speech"> shows the words alone', 'She said: <Quote id="speech" />.<Fact id="speech" />'],
    page(
      '▸<Quote id="speech" />\n\n▸<Quote id="speech" />.<Fact id="speech" />\n\n▸She said: <Quote id="speech" />.',
    ),
    ["alone"],
    ["alone"],
  ],
  [["the text holds the quotation “We will talk”", "<Quote id="], page("▸He said: “We will talk”.")],
  [["“Ann’s very own”"], page("▸It was ‘Ann’s very own’ idea.")],
  [["“very good talks”"], page("▸It was «very good talks».")],
  [["“we will"], page('▸Said:\n“we *will*\n<Term id="e3">talk</Term>”.')],
  [["“We will talk.”"], page("▸He said: “We will talk.")],
  [["the text holds a block quotation"], page("Said:\n\n▸> We talk.")],
  [
    ["a paragraph with a figure, a date or an offence has no receipt: “There were 28 poi"],
    page("▸There were 28 points."),
  ],
  [
    ["“27” is in none of the rows that are cited beside it: `talks`", "cite the row that has it"],
    page('▸There were 27 points.<Fact id="talks" />'),
  ],
  [["an offence has no receipt: “There was fraud"], page("▸There was fraud.")],
  [
    ["names Ann Envoy", "“fraud”", "“prosecutors allege that she took bribes”"],
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
    ["Ann Envoy"],
    ["Ann Envoy"],
    ["“bribes”"],
    ["“bribes”"],
  ],
];

describe("words of others and what has no receipt are rejected, with the place and the fix", () => {
  test.for(CASES)("%s", ([message, files, ...more]) => expectFound(files, [message, ...more]));
});
