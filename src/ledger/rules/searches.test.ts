import { describe, expect, test } from "vitest";
import {
  ACCUSED,
  type BadContent,
  edit,
  EVENT,
  expectRefused,
  expectWarned,
  PROCEEDING,
  PUBLISHER,
  REASON,
  SOURCE,
  STEP,
} from "../bad-content.fixture.ts";
import type { MarkedFiles } from "../marked-files.fixture.ts";
import { lastSearched, speaksOfSearch } from "../searched.ts";

const SEARCHED = "  searched: { date: '2025-11-23', languages: [en, uk] }\n";
const UNKNOWN = `- id: who
  topic: plan
  what: Who wrote it
  result: Officials do not say.
`;
const event = (statement: string, more = "") => ({
  "events.yaml": `${edit(EVENT, "They talked.", statement)}${more}`,
  "sources.yaml": SOURCE,
});
const DIGEST = `- id: digest
  name: Digest
  kind: aggregator
`;
const COPY = edit(
  edit(edit(SOURCE, "ap-2025", "copy"), "publisher: ap", "publisher: digest"),
  "seen: part",
  "seen: part\n  relays: [ap]",
);
const HEADLINE = edit(edit(SOURCE, "ap-2025", "headline"), "seen: part", "seen: headline");
const on = (row: string, sources: string) => edit(row, "[ap-2025]", sources);
const weak = (rows: MarkedFiles): MarkedFiles => ({
  "publishers.yaml": `${PUBLISHER}${DIGEST}`,
  "sources.yaml": `${SOURCE}${COPY}${HEADLINE}`,
  ...rows,
});
const REPORTED = edit(EVENT, "status: confirmed", "status: reported\n  attributed_to: AP");
const proceeding = (text: string, sources = SOURCE) => ({
  "case-steps.yaml": STEP,
  "people.yaml": ACCUSED,
  "proceedings.yaml": text,
  "sources.yaml": sources,
});
const IN_FAVOUR = "  in_favour: ▸{ text: Free., sources: [ap-2025] }\n";
const NUMBER = "  figures: [{ id: troops, name: troops, value: 800, unit: persons }]\n";
const OTHER = `${edit(EVENT, "id: talks", "id: walks")}${NUMBER.replace("800", "▸600")}`;
const DISAGREEMENT = `- id: count
  subject: How many
  versions: AP gives 800, then 600.
  about: [talks, walks]
`;
const office = (id: string, role: string) =>
  `${edit(edit(ACCUSED, "somebody", id), "Somebody", id)}  roles: [${role}]\n`;

const CASES: BadContent[] = [
  [
    "“no … found”",
    event("▸They talked. No text was found."),
    ["the row says that something was not found or is not known, but has no ", "`searched: {"],
  ],
  [
    "“not found”",
    event("▸They talked, the day not found."),
    ["the row says that something was not found or is not known, but has no "],
  ],
  [
    "“is not known”",
    event("▸Who wrote it is not known."),
    ["the row says that something was not found or is not known, but has no "],
  ],
  [
    "an unknown",
    { "unknowns.yaml": edit(UNKNOWN, "id:", "▸id:") },
    ["the row says that something was not found or is not known, but has no "],
  ],
  [
    "a proceeding that is older than what it stands on",
    proceeding(
      edit(PROCEEDING, "'2025-12-31'", "▸'2025-12-31'"),
      edit(SOURCE, "title:", "published: '2026-01-02'\n  title:"),
    ),
    ["`as_of` 2025-12-31 is older than the newest receipt, of 2026-01-02"],
  ],
  [
    "half of a page",
    proceeding(`${PROCEEDING}${IN_FAVOUR}`),
    ["`in_favour` stands without `against`, what the same pages say against "],
  ],
  [
    "one figure of one day with two values",
    { "events.yaml": `${EVENT}${NUMBER}${OTHER}`, "sources.yaml": SOURCE },
    ["`troops` is 600 here and 800 in `talks`", "a row of disagreements"],
  ],
  [
    "one office that two people hold at once",
    {
      "people.yaml": `${office("ann", "{ title: Envoy, from: '2025-01' }")}${office("bea", "▸{ title: Envoy, from: '2025-06' }")}`,
      "sources.yaml": SOURCE,
    },
    ["`ann` holds the office “Envoy” at the same time"],
  ],
];

describe("what would mislead is refused, with its place and the fix", () => {
  test.for(CASES)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

const WARNED: BadContent[] = [
  [
    "a search that is old",
    { ...event("No text was found.", SEARCHED.replace("'2025-11-23'", "▸'2025-05-01'")) },
    ["the search of 1 May 2025 is 206 days older than the newest event", "search again"],
  ],
  [
    "an event on a headline alone",
    weak({ "events.yaml": on(REPORTED, "▸[headline]") }),
    ["on a headline alone: `headline`", "`accepted`"],
  ],
  [
    "a reason on a copy and a headline of the same report",
    weak({
      "reasons.yaml": on(
        edit(REASON, "status: confirmed", "status: reported\n  attributed_to: AP"),
        "▸[copy, headline]",
      ),
    }),
    ["`copy`, `headline`"],
  ],
  [
    "an event on an aggregator’s page alone",
    weak({ "events.yaml": on(REPORTED, "▸[copy]") }),
    ["on an aggregator’s page alone"],
  ],
];

describe("what should be better is told with its place, and stops no build", () => {
  test.for(WARNED)("%s", ([, files, ...messages]) => expectWarned(files, messages));
});

const GOOD: [name: string, files: MarkedFiles][] = [
  ["a search of that day", event("No text was found.", SEARCHED)],
  ["an unknown that was searched for", { "unknowns.yaml": `${UNKNOWN}${SEARCHED}` }],
  ["a text that does not mention it", event("The text does not mention it; no deal was reached.")],
  ["others who had found nothing", event("The envoys said that no compromise had been found.")],
  [
    "a headline that is accepted",
    weak({ "events.yaml": `${on(REPORTED, "[headline]")}  accepted: No page of it could be opened.\n` }),
  ],
  [
    "a headline beside a page of another newsroom",
    weak({
      "publishers.yaml": `${PUBLISHER}${DIGEST}${edit(PUBLISHER, "id: ap", "id: afp")}`,
      "sources.yaml": `${SOURCE}${HEADLINE}${edit(edit(SOURCE, "ap-2025", "afp-2025"), "publisher: ap", "publisher: afp")}`,
      "events.yaml": on(REPORTED, "[headline, afp-2025]"),
    }),
  ],
  [
    "a copy that prints the whole report",
    weak({
      "sources.yaml": edit(COPY, "relays: [ap]", "relays: [ap]\n  carries: whole"),
      "events.yaml": on(REPORTED, "[copy]"),
    }),
  ],
  [
    "both halves of a page",
    proceeding(
      `${PROCEEDING}${IN_FAVOUR.replace("▸", "")}${IN_FAVOUR.replace("▸", "").replace("in_favour", "against")}`,
    ),
  ],
  [
    "two values that are known to differ",
    {
      "events.yaml": `${EVENT}${NUMBER}${OTHER.replace("▸", "")}`,
      "disagreements.yaml": DISAGREEMENT,
      "sources.yaml": SOURCE,
    },
  ],
  [
    "two figures of two days",
    {
      "events.yaml": `${EVENT}${NUMBER}${edit(OTHER.replace("▸", ""), "2025-11-23", "2025-11-24")}`,
      "sources.yaml": SOURCE,
    },
  ],
  [
    "an office that is handed over",
    {
      "people.yaml": `${office("ann", "{ title: Envoy, from: '2025-01', to: '2025-06' }")}${office("bea", "{ title: Envoy, from: '2025-06' }")}`,
      "sources.yaml": SOURCE,
    },
  ],
];

describe("what looks alike and is right is taken", () => {
  test.for(GOOD)("%s", ([, files]) => {
    expectRefused(files, []);
    expectWarned(files, []);
  });
});

test("a row tells when it was last searched for", () => {
  expect(lastSearched({ searched: { date: "2026-11-27" } })).toBe("last searched on 27 November 2026");
  expect(lastSearched({})).toBeUndefined();
});

test("the words of others and the reason for a source are no search of ours", () => {
  expect(
    speaksOfSearch({ quote: { text: "No way was found." }, accepted: "No page found.", note: "So." }),
  ).toBeUndefined();
  expect(speaksOfSearch({ figures: [{ name: "a" }, { name: "day not known" }] })).toEqual([
    "figures",
    1,
    "name",
  ]);
});
