import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readChanges } from "./changes.ts";
import { readGlossary } from "./glossary.ts";
import { ledgerOf } from "./ledger.fixture.ts";
import { placeOf, writeMarked } from "./marked-files.fixture.ts";
import { ContentError } from "./problem.ts";

const term = (id: string, word: string, more = "") =>
  `- id: ${id}\n  term: ${word}\n  definition: What it means.\n  topic: plan\n${more}`;
const change = (id: string, date: string, kind = "addition", more = "") =>
  `- id: ${id}\n  date: '${date}'\n  page: /plan/\n  kind: ${kind}\n  note: What was done.\n${more}`;
const ledger = ledgerOf({ sources: [{ id: "ap" }] });

const readers = {
  terms: (path: string) => readGlossary(path),
  changes: (path: string) => readChanges(path, ledger),
};

/** The problems that reading a text ends in: places as marked in it, and messages. */
function problemsOf(
  what: keyof typeof readers,
  text: string,
): { places: string[]; marked: string[]; message: string } {
  const { directory, places } = writeMarked({ "list.yaml": text });
  try {
    readers[what](join(directory, "list.yaml"));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return {
      places: error.problems.map((problem) =>
        placeOf({ ...problem, file: problem.file.slice(directory.length + 1) }, directory),
      ),
      marked: places,
      message: error.message,
    };
  }
  throw new Error("nothing was found wrong");
}

test("the glossary is in alphabetical order, accents or not", () => {
  const { directory } = writeMarked({
    "list.yaml": `${term("nabu", "NABU")}${term("e3", "E3", "  also: [the Three]\n")}${term("elysee", "Élysée")}${term("energoatom", "Energoatom")}`,
  });
  const terms = readGlossary(join(directory, "list.yaml"));
  expect(terms.map(({ id }) => id)).toEqual(["e3", "elysee", "energoatom", "nabu"]);
  expect(terms.map(({ also }) => also)).toEqual([["the Three"], [], [], []]);
});

test("changes come latest first, those of one day last one first", () => {
  const { directory } = writeMarked({
    "list.yaml": [
      change("a", "2025-12-01"),
      change("b", "2025-12-03", "correction", "  before: '600'\n  after: '800'\n"),
      change("c", "2025-12-01"),
    ].join(""),
  });
  expect(readChanges(join(directory, "list.yaml"), ledger).map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

describe("a list with bad rows is refused whole, each row with its place", () => {
  const cases: [name: string, what: keyof typeof readers, text: string, ...parts: string[]][] = [
    ["an empty file", "terms", "▸", "not a list", "a list of terms"],
    ["one row without a list", "terms", `▸${term("a", "A").slice(2).replaceAll("\n  ", "\n")}`, "not a list"],
    ["an unknown key", "terms", term("a", "A", "  ▸colour: red\n"), "unknown key `colour`"],
    [
      "a missing definition",
      "terms",
      term("a", "A").replace("  definition: What it means.\n", "").replace("id:", "▸id:"),
      "`definition` is missing",
    ],
    [
      "an id that stands twice",
      "terms",
      `${term("a", "A")}${term("▸a", "B")}`,
      "the id `a` stands twice",
      "merge with line 1",
    ],
    ["a key that stands twice", "terms", `${term("a", "A")}  ▸topic: plan\n`, "the key `topic` stands twice"],
    [
      "a correction without its texts",
      "changes",
      change("a", "2025-12-01", "▸▸correction"),
      "no `before`",
      "no `after`",
    ],
    [
      "a source that does not exist",
      "changes",
      change("a", "2025-12-01", "change", "  sources: ▸[ap, nowhere]\n"),
      "`nowhere` does not exist",
    ],
    [
      "a page that is no path",
      "changes",
      change("a", "2025-12-01").replace("/plan/", "▸plan"),
      "the path of a page",
    ],
    [
      "several rows",
      "changes",
      `${change("a", "2025-02-30").replace("'", "▸'")}${change("b", "2025-12-01", "▸praise")}`,
      "`date` must be a date that exists",
      "`kind`: Invalid option",
    ],
  ];
  test.for(cases)("%s", ([, what, text, ...parts]) => {
    const { places, marked, message } = problemsOf(what, text);
    expect(places).toEqual(marked);
    for (const part of parts) expect(message).toContain(part);
  });
});
