import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { unknownFigures } from "./check-figures.ts";
import { childrenOf, nodesIn, parseMdx } from "./mdx.ts";

const ledger = ledgerOf({
  sources: [{ id: "ap-2031" }],
  drafts: [{ id: "d" }],
  themes: [{}],
  answers: [{ draft: "d", says: "600,000 at most" }],
  events: [
    {
      id: "cap",
      date: "2025-11-23",
      statement: "At most 600,000 soldiers.",
      figures: [{ id: "share", name: "share", value: 22.4, unit: "%" }],
      sources: ["ap-2031"],
    },
    { id: "later", date: "2025-12", statement: "At most 800,000." },
  ],
  reasons: [{ id: "why", date: "2026", statement: "It is 3 times as many." }],
});

/** What is found in each paragraph and row of a text. */
const found = (text: string) => {
  const blocks = [...nodesIn(parseMdx(text))].filter(({ type }) => ["paragraph", "tableRow"].includes(type));
  expect(blocks.flatMap(childrenOf)).not.toEqual([]);
  return blocks.flatMap((block) => unknownFigures(block, ledger).map(({ figure }) => figure));
};

test.for([
  'At most 600,000, on 23 November 2025.<Fact id="cap" />',
  'About 22%, or 22.4%.<Fact id="cap" />',
  'From 600,000 to 800,000 by December 2025.<Fact id="cap later" />',
  'At most 600,000<Fact id="cap" /> and 3 times as many.<Fact id="why" />',
  'By 9 October 2026 at most 600,000.<Fact id="cap" />',
  'In November 2025 at most 600,000.<Fact id="d--clause" />',
  'In the <Draft id="d">28-point plan</Draft> at most 600,000.<Fact id="cap" />',
  'Nothing is cited for 5.<Fact id="gone" />',
  '| Cap <Fact id="cap" /> | at most 600,000 |\n| --- | --- |\n| Then | 800,000 <Fact id="later" /> |',
])("rows have the figures that stand beside them: %s", (text) => expect(found(text)).toEqual([]));

test.for<[text: string, ...figures: string[]]>([
  ['At most 400,000.<Fact id="cap" />', "400000"],
  ['On 28 June 2025.<Fact id="cap" />', "28", "June"],
  ['At most 800,000<Fact id="cap" />, later 600,000.<Fact id="later" />', "800000", "600000"],
  ['About 25%.<Fact id="cap" />', "25"],
  ['In 2031.<Fact id="cap" />', "2031"],
  ['In May 2025 at most 800,000.<Fact id="d--clause" />', "May", "800000"],
  ['At most <Fact id="cap">700,000</Fact>.', "700000"],
  ['It is 4 times as many.<Fact id="why" />', "4"],
  ['**At most 400,000**, *in [May](/plan/)*.<Fact id="cap" />', "400000", "May"],
  ['| Cap <Fact id="cap" /> | 500,000 |\n| --- | --- |', "500000"],
])("other figures and dates are found: %j", ([text, ...figures]) => expect(found(text)).toEqual(figures));
