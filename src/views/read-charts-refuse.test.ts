import { describe, expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import { type MarkedFiles, placeOf, writeMarked } from "../ledger/marked-files.fixture.ts";
import { ContentError } from "../ledger/problem.ts";
import { SMALL } from "./plan-views.fixture.ts";
import { readCharts } from "./read-charts.ts";

const CHART = `kind: lollipop
view: army-cap
topic: plan
title: From {first} to {last}
subtitle: By draft
`;

const INDEX = `kind: lines
view: corruption-index
topic: corruption
title: Scores
subtitle: By edition
`;

describe("a chart that cannot be drawn is refused, with its place", () => {
  const bad = (from: string, to: string): MarkedFiles => {
    if (!CHART.includes(from)) throw new Error(`the chart has no ${from}`);
    return { "cap.yaml": CHART.replace(from, to) };
  };
  const cases: [name: string, files: MarkedFiles, ...messages: string[][]][] = [
    [
      "broken YAML",
      bad("topic: plan", "topic: plan\n▸topic: plan"),
      ["the key `topic` stands twice", "each key once"],
    ],
    ["an empty file", { "cap.yaml": "▸" }, ["the row is empty"]],
    ["a list", { "cap.yaml": "▸- kind: lollipop\n" }, ["a list of 1"]],
    ["an unknown key", bad("topic", "▸colour: red\ntopic"), ["unknown key `colour`"]],
    ["an unknown topic", bad("plan", "▸weather"), ['"weather"', "one of plan, france, corruption"]],
    [
      "a missing title",
      { "cap.yaml": `▸${CHART.replace("title: From {first} to {last}\n", "")}` },
      ["`title` is missing"],
    ],
    [
      "a title that is too long",
      bad("From {first} to {last}", `▸${"x".repeat(111)}`),
      ["`title`", "at most 110"],
    ],
    ["markup in a title", bad("From {first}", "▸<b>From</b> {first}"), ["plain text without < or >"]],
    [
      "an unknown view",
      bad("view: army-cap", "view: ▸navy-cap"),
      ["chart `cap`", "no view `navy-cap`", "army-cap"],
    ],
    [
      "a view that only an object has",
      bad("view: army-cap", "view: ▸constructor"),
      ["no view `constructor`"],
    ],
    ["an unknown kind", bad("kind: lollipop", "kind: ▸pie"), ["chart `cap`", "no kind `pie`", "lollipop"]],
    [
      "unknown kind and view",
      { "cap.yaml": CHART.replace("lollipop", "▸pie").replace("army-cap", "▸navy-cap") },
      ["no kind `pie`"],
      ["no view `navy-cap`"],
    ],
    [
      "a kind that does not go with its view",
      bad("kind: lollipop", "kind: ▸matrix"),
      ["makes rows for `lollipop`"],
    ],
    [
      "a placeholder without a value",
      bad("From {first}", "▸From {frist}"),
      ["`{frist}` has no value", "{first}, {last}"],
    ],
    [
      "a placeholder of a hint without a value",
      { "cap.yaml": `${CHART}hint: ▸Choose {one}\n` },
      ["`{one}` has no value"],
    ],
    [
      "a placeholder that only an object has",
      bad("By draft", "▸By {toString}"),
      ["`{toString}` has no value"],
    ],
    [
      "a title that no longer holds",
      { "cap.yaml": `${CHART}holds: ▸last < first\n` },
      ["is no longer true", "`last < first` is now 800000 < 600000"],
    ],
    [
      "one of two conditions that fails",
      { "cap.yaml": `${CHART}holds: ▸[last > first, first = 1]\n` },
      ["is now 600000 = 1"],
    ],
    [
      "a condition on what the view has no number for",
      { "cap.yaml": `${CHART}holds: ▸lsat > first\n` },
      ["no number `lsat`", "one of first, last"],
    ],
    [
      "a condition that is none",
      { "cap.yaml": `${CHART}holds: ▸last rises\n` },
      ["last rises", "such as `last > first`", "write the value in one of these forms"],
    ],
    [
      "options for a view that takes none",
      {
        "cap.yaml": `${CHART.replace("army-cap", "coalition").replace("lollipop", "tile-map")}options: ▸{from: a}\n`,
      },
      ["takes no options", "remove them"],
    ],
    [
      "options that a view does not know",
      { "cap.yaml": `${INDEX}options: {drawn: ▸Moldova, ▸until: x}\n` },
      ["`drawn`", "a list"],
      ["unknown key `until`"],
    ],
    ["options that a view lacks", { "cap.yaml": `▸${INDEX}` }, ["`drawn` is missing"]],
    [
      "several charts at once",
      {
        "a.yaml": CHART.replace("lollipop", "▸pie"),
        "b.yaml": CHART.replace("plan", "▸weather"),
        "c.yaml": CHART,
      },
      ["chart `a`"],
      ["weather"],
    ],
  ];
  test.for(cases)("%s", ([, files, ...messages]) => {
    const { directory, places } = writeMarked(files);
    const error = refusal(() => readCharts(directory, SMALL));
    const lines = error.message.split("\n");
    expect(lines).toHaveLength(places.length);
    expect(error.problems.map((problem) => placeOf(problem, directory)).sort()).toEqual(places);
    messages.forEach((parts, i) => {
      for (const part of parts) expect(lines[i]).toContain(part);
    });
  });

  test("rows that the kind refuses, by row", () => {
    const { directory, places } = writeMarked({ "cap.yaml": CHART.replace("army-cap", "▸army-cap") });
    const negative = {
      ...SMALL,
      provisions: SMALL.provisions.map((row) => (row.value === 800_000 ? { ...row, value: -1 } : row)),
    };
    const { problems } = refusal(() => readCharts(directory, negative));
    expect(problems.map((problem) => [placeOf(problem, directory), problem.wrong])).toEqual([
      [places[0], "chart `cap`: row `kyiv` has the value -1"],
    ]);
  });

  test("a view that finds nothing in the ledger", () => {
    const { directory, places } = writeMarked({ "cap.yaml": CHART.replace("army-cap", "▸army-cap") });
    const { problems } = refusal(() => readCharts(directory, ledgerOf({})));
    expect(problems.map((problem) => placeOf(problem, directory))).toEqual(places);
    expect(problems[0]!.wrong).toContain("the view failed: no answer to `army-cap` has a value");
  });
});

function refusal(read: () => unknown): ContentError {
  try {
    read();
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error("nothing was found wrong");
}
