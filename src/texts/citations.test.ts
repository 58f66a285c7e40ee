import { expect, test } from "vitest";
import { ledgerOf } from "../ledger/ledger.fixture.ts";
import type { Receipt } from "../ledger/receipts.ts";
import { rowsBySource } from "./cited-rows.ts";
import { collectCitations, collectNotes, takeCitation } from "./citations.ts";

const ledger = ledgerOf({
  publishers: [{}, { id: "zeit", name: "Zeit", kind: "press" }, { id: "taz", name: "taz", kind: "press" }],
  sources: [
    { title: "Gespräche beginnen", lang: "de", read: "part" },
    { id: "ap-2025-b" },
    { id: "zeit-2025", publisher: "zeit", about: "The talks", read: "whole" },
    { id: "taz-2025", publisher: "taz" },
  ],
  events: [
    { id: "talks", title: "Talks begin", sources: ["ap-2025", "ap-2025-b", "taz-2025", "zeit-2025"] },
    { id: "call", title: "A call", status: "reported", sources: ["zeit-2025"] },
    { id: "claim", status: "disputed", sources: ["ap-2025", "ap-2025-b"] },
  ],
});
/** The dots of a text: of each its parts, with the sources that are named and the word that is added. */
const dots = (body: string) =>
  collectCitations(ledger, body).marks.map(({ parts }) =>
    parts.map(({ sources, unsaid }) =>
      [sources.map(({ id }) => id).join(), unsaid].filter(Boolean).join(" "),
    ),
  );

test("a paragraph, an item and a cell have one dot, with a part for each place that cites", () => {
  const talks = "ap-2025,taz-2025";
  expect(
    dots(
      'They met.<Fact id="talks claim" /><Fact id="talks" /> One <Fact id="talks">met</Fact>, denied <Quote id="a" /><Fact id="claim" />.\n\n' +
        '- They said so.<Fact id="call" />\n- No.\n\n| A<Fact id="claim" /> | B<Fact id="talks" /> |\n| --- | --- |\n\n<Fact id="call" />',
    ),
  ).toEqual([
    [`${talks} disputed`, talks, "ap-2025"],
    ["zeit-2025"],
    ["ap-2025 disputed"],
    [talks],
    ["zeit-2025 reported"],
  ]);
});

test("a word is added where the text since the last place does not say that it is not confirmed", () => {
  expect(
    dots(
      'Ann said no.<Fact id="talks" /> They wrote notes.<Fact id="call" /> Ann said so. They met;<Fact id="call" />',
    ),
  ).toEqual([["ap-2025,taz-2025", "zeit-2025 reported", "zeit-2025"]]);
  expect(dots('They met,<Fact id="call" /> as we read it. They left.<Fact id="claim" />')).toEqual([
    ["zeit-2025", "ap-2025 disputed"],
  ]);
});

test("the last component in a place takes the part, the last of a paragraph the dot; one that is not next is an error", () => {
  const page = collectCitations(ledger, 'A.<Fact id="talks" /><Fact id="call" /> B.<Fact id="claim" />');
  expect(takeCitation(page, "talks")).toEqual({ id: "talks" });
  expect(takeCitation(page, "call")).toMatchObject({ part: { statuses: ["reported", "confirmed"] } });
  expect(takeCitation(page, "claim").mark?.number).toBe(1);
  expect(() => takeCitation(page, "call")).toThrow("not the next receipt");
  expect(page.sources.map(({ id }) => id)).toEqual(["ap-2025", "taz-2025", "zeit-2025"]);
});

test("a row of any table is cited with its words, its certainty and its place, also where two tables have its id", () => {
  const row: Receipt = {
    collection: "answers",
    key: "draft--clause",
    id: "ap-2025",
    words: "600",
    lang: "en",
  };
  const rows = {
    drafts: [{ id: "draft" }, { id: "talks" }],
    themes: [{}],
    answers: [{ certainty: "claimed" }],
    people: [{ id: "state" }],
    "case-steps": [{ persons: ["state"], event: "talks" }],
  };
  const cited = ledgerOf({ sources: [{}], events: [{ id: "talks" }], positions: [{}], ...rows }, [], [row]);
  const [mark] = collectCitations(
    cited,
    'A.<Fact id="draft--clause" /><Fact id="position" /><Fact id="talks" /><Fact id="step" />',
  ).marks;
  expect(mark?.parts.flatMap(({ rows }) => rows.map(({ href }) => href))).toEqual([
    "/clauses/theme/#clause--draft",
    "/people/state/#positions",
    "/events/talks/",
    "/events/talks/",
  ]);
  expect(mark?.parts[0]).toMatchObject({ statuses: ["reported", "confirmed"] });
  expect(mark?.parts[0]?.rows[0]?.receipts).toEqual([row]);
  const ours = ledgerOf({ sources: [{}], ...rows, answers: [{ certainty: "counted" }] });
  expect(collectCitations(ours, 'A.<Fact id="draft--clause" />').marks[0]?.parts[0]?.unsaid).toBe(undefined);
});

test("the notes have of each place the status, the rows with all their sources, and the words: whose translation, when seen", () => {
  const of = { collection: "events", key: "call", id: "zeit-2025", lang: "en", seen: "2025-12-01" };
  const receipts: Receipt[] = [
    { ...of, words: "Ja", lang: "de", english: "Yes", translated_by: "taz" },
    { ...of, words: "“No”" },
    { ...of, seen: undefined, not_found: "2025-12-02" },
  ];
  const told = { ...ledger, receipts };
  const notes = collectNotes(told, collectCitations(told, 'They met.<Fact id="call talks claim" />'));
  expect(notes).toMatchObject({
    marks: [[[0, 1, 2]]],
    rows: [
      {
        href: "/events/call/#words",
        title: "A call",
        status: 0,
        sources: [
          {
            source: 3,
            words: [{ words: "“Ja”", lang: "de", english: "“Yes”" }, { words: "“No”" }],
            about: [1, 2, 3],
          },
        ],
      },
      { title: "Talks begin: 4 sources", sources: [{ source: 1 }, { source: 2 }] },
      { title: "Talks: 2 sources" },
    ],
  });
  expect(notes.remarks).toEqual([
    expect.stringMatching(/^Reported: /),
    "Seen on 1 December 2025, translated by taz.",
    "Seen on 1 December 2025.",
    "We looked for this page on 2 December 2025 and did not find its words.",
    expect.stringMatching(/^Disputed: /),
  ]);
  expect(notes.sources).toEqual([
    { title: "“Gespräche beginnen”.", lang: "de", extent: "An excerpt was read." },
    { title: "A page.", extent: "An excerpt was read." },
    { title: "The talks." },
  ]);
});

test("a source is followed by all rows that rest on it, or a part of them", () => {
  const [first, second] = [
    { id: "a", short: "A" },
    { id: "b", short: "B" },
  ];
  const by = { draft: "a", how: "reworked", sources: ["zeit-2025"] };
  const disagreement = { subject: "Which day", about: ["b"], sources: ["zeit-2025"] };
  const more = ledgerOf({
    publishers: ledger.publishers,
    sources: ledger.sources,
    drafts: [first, { ...second, based_on: [by] }],
    alignments: [{ drafts: ["a", "b"], from: ["1"], to: ["1"], sources: ["zeit-2025"] }],
    disagreements: [disagreement],
  });
  expect(
    rowsBySource(ledger)
      .get("zeit-2025")
      ?.map(({ title }) => title),
  ).toEqual(["Talks begin", "A call"]);
  expect(rowsBySource(more).get("zeit-2025")).toMatchObject([
    { href: "/drafts/b/" },
    { href: "/drafts/b/", title: "Which day" },
    { title: "A → B" },
  ]);
});
