import { expect, test } from "vitest";
import {
  ACCUSED,
  DRAFT,
  edit,
  EVENT,
  expectRefused,
  PROCEEDING,
  PROVISION,
  PUBLISHER,
  SERIES,
  SOURCE,
  STEP,
  THEME,
} from "./bad-content.fixture.ts";
import { placeOf, writeMarked } from "./marked-files.fixture.ts";
import { ContentError } from "./problem.ts";
import { inspectLedger, readLedger } from "./read-ledger.ts";

test("several problems in several files are all told at once, by file and line", () => {
  const { directory, places } = writeMarked({
    "sources/b.yaml": edit(edit(SOURCE, "ap-2025", "b"), "lang: en", "lang: ▸English"),
    "events.yaml": [
      edit(EVENT, "2025-11-23", "2025-11-23'\n  ▸colour: 'red"),
      edit(EVENT, "id: talks", "id: more-talks").replace("confirmed", "▸disputed"),
    ].join(""),
    "sources/a.yaml": edit(
      edit(SOURCE, "https://ap.example/plan", "▸ftp://ap.example"),
      "kind: news",
      "kind: ▸novel",
    ),
    "events-old.yaml": "▸",
  });
  let thrown: unknown;
  try {
    readLedger(directory);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ContentError);
  const { message, problems } = thrown as ContentError;
  expect(places).toHaveLength(6);
  expect(problems.map((problem) => placeOf(problem, directory)).sort()).toEqual([...places].sort());
  const lines = message.split("\n");
  expect(lines.map((line) => places.find((place) => line.includes(`/${place} `)))).toEqual(places);
});

test("what refers to a row or file that is wrong in itself is not called wrong too", () => {
  const badRow = { "sources.yaml": edit(SOURCE, "lang: en", "lang: ▸English"), "events.yaml": EVENT };
  expectRefused(badRow, [["`lang` must be a language code such as en, uk or fr"]]);
  expectRefused({ "sources.yaml": "▸id: ap-2025\n", "events.yaml": EVENT }, [["not a list"]]);
  expectRefused(
    {
      "drafts.yaml": DRAFT,
      "provisions.yaml": PROVISION,
      "sources.yaml": SOURCE,
      "themes.yaml": edit(THEME, "order: 1", "order: ▸one"),
    },
    [["`order`"]],
  );
  const { directory } = writeMarked(badRow);
  expect(inspectLedger(directory).ledger.events.map(({ id }) => id)).toEqual(["talks"]);
  expect(inspectLedger(directory).ledger.sources).toEqual([]);
});

test("good content is read in the order of the files, from one file or a folder of them, with defaults", () => {
  const { directory } = writeMarked({
    "publishers.yaml": PUBLISHER,
    "sources.yaml": SOURCE,
    "sources/b.yaml": edit(SOURCE, "ap-2025", "b"),
    "sources/deep/a.yml": edit(SOURCE, "ap-2025", "a"),
    "events.yaml": edit(EVENT, "Talks", '"  Talks  "'),
    "drafts.yaml": DRAFT,
    "themes.yaml": THEME,
    "provisions.yaml": PROVISION,
    "series/index.yaml": edit(SERIES, "35", "null"),
    "people.yaml": ACCUSED,
    "proceedings.yaml": PROCEEDING,
    "case-steps.yaml": STEP,
  });
  const ledger = readLedger(directory);
  expect(ledger.sources.map(({ id }) => id)).toEqual(["ap-2025", "b", "a"]);
  expect(ledger.events[0]).toMatchObject({ title: "Talks", actors: [], figures: [] });
  expect(ledger.series[0]).toMatchObject({
    as_of: "2025",
    rows: [
      [2024, null],
      [2025, 36],
    ],
  });
  expect(ledger.proceedings[0]?.answer.text).toBe("Denies it.");
  expect(ledger.provisions[0]).toMatchObject({ draft: "first", points: [] });
  expect(ledger.exits).toEqual([]);
});

test("an empty folder is an empty ledger", () => {
  const { directory } = writeMarked({});
  expect(Object.values(readLedger(directory)).flat()).toEqual([]);
});
