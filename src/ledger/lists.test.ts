import { join } from "node:path";
import { expect, test } from "vitest";
import { ledgerOf } from "./ledger.fixture.ts";
import { readChanges, readGlossary } from "./read-ledger.ts";
import { placeOf, writeMarked } from "../yaml/marked-files.fixture.ts";
import { ContentError } from "../yaml/yaml-file.ts";

const term = (id: string, word: string, more = "") =>
  `- id: ${id}\n  term: ${word}\n  definition: What it means.\n  topic: plan\n${more}`;
const change = (id: string, date: string) =>
  `- id: ${id}\n  date: '${date}'\n  page: /plan/\n  kind: change\n  note: N\n`;
const readers = { terms: readGlossary, changes: (path: string) => readChanges(path, ledgerOf({})) };
const read = <What extends keyof typeof readers>(what: What, text: string) =>
  readers[what](join(writeMarked({ "list.yaml": text }).directory, "list.yaml"));

test("the glossary is in alphabetical order, accents or not", () => {
  const terms = read(
    "terms",
    term("nabu", "NABU") + term("elysee", "Élysée", "  also: [Palace]\n") + term("energy", "Energy"),
  );
  expect(terms.map(({ id }) => id)).toEqual(["elysee", "energy", "nabu"]);
  expect(terms[0]).toMatchObject({ also: ["Palace"] });
});

test("changes come latest first, those of one day last one first", () => {
  const changes = read(
    "changes",
    change("a", "2025-12-01") + change("b", "2025-12-03") + change("c", "2025-12-01"),
  );
  expect(changes.map(({ id }) => id)).toEqual(["b", "c", "a"]);
});

test.for<[name: string, what: keyof typeof readers, text: string, ...parts: string[]]>([
  ["an id that is used twice", "terms", term("a", "A") + term("▸a", "B"), "`a` is used twice", "list.yaml:1"],
  [
    "a correction without its texts",
    "changes",
    change("a", "2025-12-01").replace("change", "▸correction"),
    "`kind` must not be `correction` without `before` and `after`",
  ],
])("a list with bad rows is rejected, with the place of each: %s", ([, what, text, ...parts]) => {
  const { directory, places } = writeMarked({ "list.yaml": text });
  let thrown: unknown;
  try {
    readers[what](join(directory, "list.yaml"));
  } catch (error) {
    thrown = error;
  }
  const { problems, message } = thrown as ContentError;
  expect(problems.map((found) => placeOf(found, directory))).toEqual(places);
  for (const part of parts) expect(message).toContain(part);
});
