import { describe, expect, test } from "vitest";
import {
  type BadContent,
  DRAFT,
  edit,
  EVENT,
  expectRefused,
  expectTaken,
  type GoodContent,
  PROVISION,
  PUBLISHER,
  SOURCE,
  THEME,
} from "../bad-content.fixture.ts";
import { writeMarked } from "../marked-files.fixture.ts";
import { inspectLedger } from "../read-ledger.ts";

const POINTS = [1, 2]
  .map(
    (number) => `- {draft: first, number: ${number}, title: Point, summary: A point., sources: [ap-2025]}\n`,
  )
  .join("");
const MEETING = `- id: m-geneva
  event: talks
  date: '2025-11-23'
  place: Geneva
  format: bilateral
  participants: [us]
  outcome: They talked.
  sources: [ap-2025]
`;
const US = "- {id: us, name: US, kind: state, role: A state, sources: [ap-2025]}\n";
const DELIVERY =
  "- {id: guns, event: talks, item: Guns, category: artillery, status: delivered, sources: [ap-2025]}\n";
const STEP =
  "- {id: step, event: talks, date: '2025-11-23', step: A court sat., body: A court, sources: [ap-2025]}\n";

const ledger = { "events.yaml": EVENT, "sources.yaml": SOURCE, "organisations.yaml": US };
const draft = {
  "sources.yaml": SOURCE,
  "themes.yaml": THEME,
  "drafts.yaml": `${DRAFT}  points: 2\n`,
  "points.yaml": POINTS,
  "provisions.yaml": `${PROVISION}  points: [1, 2]\n`,
};
const figures = (first: string, second: string) =>
  `${EVENT}  figures:\n    - {id: ${first}, name: A, value: 1, unit: votes}\n    - {id: ${second}, name: B, value: 2, unit: votes}\n`;

const BAD: BadContent[] = [
  [
    "two figures of one id",
    { ...ledger, "events.yaml": figures("votes", "▸votes") },
    ["the figure `votes` stands twice"],
  ],
  [
    "a meeting of which nothing says how sure it is",
    { ...ledger, "meetings.yaml": edit(edit(MEETING, "  event: talks\n", ""), "- id", "- ▸id") },
    ["the row has neither `event` nor `status`, which says how far it is est"],
  ],
  [
    "a meeting with an event and a status",
    { ...ledger, "meetings.yaml": `${MEETING}  status: ▸confirmed\n` },
    ["`status` stands beside `event`", "remove `status`"],
  ],
  [
    "a delivery of which nothing says how sure it is",
    { ...ledger, "deliveries.yaml": edit(edit(DELIVERY, " event: talks,", ""), "- {", "- ▸{") },
    ["the row has neither `event` nor `certainty`, which says how far it is "],
  ],
  [
    "a step of which nothing says how sure it is",
    { ...ledger, "case-steps.yaml": edit(edit(STEP, " event: talks,", ""), "- {", "- ▸{") },
    ["the row has neither `event` nor `status`, which says how far it is est"],
  ],
  [
    "a value without a unit",
    { ...draft, "provisions.yaml": `${PROVISION}  points: [1, 2]\n  value: ▸5\n` },
    ["the answer has a `value` and no `unit`"],
  ],
  [
    "a unit without a value",
    { ...draft, "provisions.yaml": `${PROVISION}  points: [1, 2]\n  unit: ▸soldiers\n` },
    ["no `value`"],
  ],
  [
    "a point that is not on record",
    { ...draft, "provisions.yaml": `${PROVISION}  points: [1, 2, ▸3]\n` },
    ["the draft `first` has no point 3"],
  ],
  [
    "a point beyond the number of points",
    { ...draft, "points.yaml": "[]\n", "provisions.yaml": `${PROVISION}  points: [▸99]\n` },
    ["the draft `first` has no point 99"],
  ],
  [
    "points with a gap",
    { ...draft, "drafts.yaml": `${DRAFT}  points: ▸4\n` },
    ["of 4 points the record lacks 3, 4"],
  ],
  [
    "points of a draft that does not say how many it has",
    { ...draft, "drafts.yaml": edit(DRAFT, "- id", "- ▸id") },
    ["the draft has points on record but no `points`, their number"],
  ],
  [
    "a point too many",
    {
      ...draft,
      "drafts.yaml": `${DRAFT}  points: 1\n`,
      "points.yaml": edit(POINTS, "number: 2", "number: ▸2"),
    },
    ["the draft `first` has 1 points"],
  ],
  [
    "a point without an answer",
    {
      ...draft,
      "points.yaml": edit(POINTS, "number: 2", "number: ▸2"),
      "provisions.yaml": `${PROVISION}  points: [1]\n`,
    },
    ["no answer is drawn from point 2"],
  ],
  [
    "a comparison to start with that runs backwards",
    { "sources.yaml": SOURCE, "drafts.yaml": `${DRAFT}  start_with: [▸first]\n` },
    ["`first` is not later"],
  ],
];

describe("what editors must not do is refused, with its place and the fix", () => {
  test.for(BAD)("%s", ([, files, ...messages]) => expectRefused(files, messages));
});

const GOOD: GoodContent[] = [
  ["a draft with its points and answers", draft],
  ["a draft without points on record", { ...draft, "points.yaml": "[]\n" }],
  ["figures with ids of their own", { ...ledger, "events.yaml": figures("votes", "seats") }],
  ["a meeting with an event", { ...ledger, "meetings.yaml": MEETING }],
  [
    "a meeting with a status",
    { ...ledger, "meetings.yaml": edit(MEETING, "event: talks", "status: reported") },
  ],
  [
    "a delivery with a certainty",
    { ...ledger, "deliveries.yaml": edit(DELIVERY, "event: talks", "certainty: reported") },
  ],
  [
    "a number with its unit",
    { ...draft, "provisions.yaml": `${PROVISION}  points: [1, 2]\n  value: 5\n  unit: soldiers\n` },
  ],
];

describe("what looks alike and is right passes", () => {
  test.for(GOOD)("%s", ([, files]) => expectTaken(files));
});

test("what depends on a file that cannot be read is not judged", () => {
  const { directory } = writeMarked({
    ...draft,
    "publishers.yaml": PUBLISHER,
    "provisions.yaml": "- draft: [",
  });
  expect(inspectLedger(directory).problems.map(({ file }) => file.split("/").at(-1))).toEqual([
    "provisions.yaml",
  ]);
});
